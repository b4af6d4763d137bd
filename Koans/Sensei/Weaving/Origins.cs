using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sensei.Weaving;

/// <summary>Where the assembly that a twin was made from lies on disk, for those who want to run it as it is.</summary>
/// <param name="File">The assembly.</param>
/// <param name="Folders">Where what it refers to lies.</param>
internal sealed record Origin(string File, IReadOnlyList<string> Folders);

/// <summary>The origins of twins.</summary>
internal static class Origins
{
    private static readonly ConditionalWeakTable<Assembly, Lazy<Origin>> s_origins = [];

    /// <summary>The origin of a twin; for an assembly that is none, the assembly itself.</summary>
    internal static Origin Of(Assembly assembly) =>
        s_origins.TryGetValue(assembly, out var origin) ? origin.Value : OnDisk(assembly.Location);

    /// <summary>Notes a twin of an assembly on disk.</summary>
    internal static void Note(Assembly twin, string file) => s_origins.Add(twin, new(() => OnDisk(file)));

    /// <summary>Notes a twin of an image, which is put on disk when somebody asks for it.</summary>
    internal static void Note(Assembly twin, byte[] image, byte[]? symbols) => s_origins.Add(twin, new(() => Put(twin, image, symbols)));

    private static Origin OnDisk(string file) =>
        new(file, [.. new[] { System.IO.Path.GetDirectoryName(file)!, AppContext.BaseDirectory }.Distinct()]);

    private static Origin Put(Assembly twin, byte[] image, byte[]? symbols)
    {
        var file = System.IO.Path.Combine(Running.Scratch.NewFolder(), twin.GetName().Name + ".dll");
        File.WriteAllBytes(file, image);
        if (symbols is not null)
        {
            File.WriteAllBytes(System.IO.Path.ChangeExtension(file, ".pdb"), symbols);
        }

        return OnDisk(file);
    }
}
