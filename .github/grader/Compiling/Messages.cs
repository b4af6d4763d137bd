using Grader.Sources;

namespace Grader.Compiling;

/// <summary>What the compiler's process is asked for: assemblies, one after another.</summary>
/// <param name="Root">Where the sources lie, so far as assemblies and symbols say; it ends with a slash.</param>
/// <param name="Units">The assemblies; a later one may refer to an earlier one.</param>
internal sealed record Order(string Root, IReadOnlyList<Unit> Units);

/// <summary>An assembly to compile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sources">Its files.</param>
/// <param name="Beside">The places in the order of the assemblies that it refers to.</param>
/// <param name="Images">Other assemblies that it refers to.</param>
/// <param name="Output">Where to write it, without ending.</param>
internal sealed record Unit(string Name, UnitKind Kind, IReadOnlyList<Source> Sources, IReadOnlyList<int> Beside, IReadOnlyList<byte[]> Images, string Output);

/// <summary>What an assembly is.</summary>
internal enum UnitKind
{
    /// <summary>Stubs. They may refer to .NET and to what the koans give them, and not to judge, test framework and assertions.</summary>
    Stubs,

    /// <summary>Of the koans' files, what they give the stubs.</summary>
    Given,

    /// <summary>Of the koans' files, the rest.</summary>
    Koans,
}

/// <summary>What came of an order.</summary>
/// <param name="Errors">For every unit in order, what is wrong with it; none when it was written.</param>
internal sealed record Outcome(IReadOnlyList<IReadOnlyList<Mistake>> Errors);

/// <summary>An error of the compiler.</summary>
/// <param name="Path">The file, from the root; empty when it is about no file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Mistake(string Path, int Line, string Text);
