using System.Reflection.Metadata;

namespace Grader.Verifying;

/// <summary>What a lesson is about beside threads. Its stubs may use what its own code uses, and no other lesson's may.</summary>
[Flags]
internal enum Needs
{
    /// <summary>Threads and plain data.</summary>
    Nothing = 0,

    /// <summary>Files and streams.</summary>
    Files = 1,

    /// <summary>Sockets, HTTP, servers.</summary>
    Network = 2,

    /// <summary>Pages of HTML.</summary>
    Pages = 4,
}

/// <summary>Finds what a lesson needs in the assemblies that the course's own sources make.</summary>
internal static class NeedsOf
{
    /// <summary>What the code of assemblies refers to.</summary>
    public static Needs Assemblies(params IEnumerable<byte[]> images) => images.Select(One).Aggregate(Needs.Nothing, (all, one) => all | one);

    private static Needs One(byte[] image)
    {
        using var assembly = new Image(image, null);
        return assembly.Reader.TypeReferences
            .Select(handle => assembly.NameOf(handle))
            .Select(Of)
            .Aggregate(Needs.Nothing, (all, one) => all | one);
    }

    /// <summary>What using a type amounts to.</summary>
    public static Needs Of(string type) => type switch
    {
        _ when Allowed.PlainStreams.Contains(type) => Needs.Nothing,
        _ when Space(type) == "System.IO" => Needs.Files,
        _ when type.StartsWith("System.IO.Pipelines.", StringComparison.Ordinal) || type.StartsWith("System.Net.", StringComparison.Ordinal)
            || type.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || type.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) => Needs.Network,
        _ when type.StartsWith("AngleSharp.", StringComparison.Ordinal) => Needs.Pages,
        _ => Needs.Nothing,
    };

    private static string Space(string type) => type[..Math.Max(0, type.LastIndexOf('.'))];
}
