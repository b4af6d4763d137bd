using Grader.Sources;

namespace Grader.Compiling;

/// <summary>What the compiler's process is asked for: assemblies, one after another.</summary>
/// <param name="Root">Where the sources lie, so far as assemblies and symbols say; it ends with a slash.</param>
/// <param name="Units">The assemblies; a later one may refer to an earlier one.</param>
internal sealed record Order(string Root, IReadOnlyList<Unit> Units);

/// <summary>An assembly to compile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsKoans">Whether it is of koans, which alone may refer to the judge, the test framework and the assertions.</param>
/// <param name="Sources">Its files.</param>
/// <param name="Stubs">The place in the order of the assembly with the stubs that it refers to; -1 for none.</param>
/// <param name="Output">Where to write it, without ending.</param>
internal sealed record Unit(string Name, bool IsKoans, IReadOnlyList<Source> Sources, int Stubs, string Output);

/// <summary>What came of an order.</summary>
/// <param name="Errors">For every unit in order, what is wrong with it; none when it was written.</param>
internal sealed record Outcome(IReadOnlyList<IReadOnlyList<Mistake>> Errors);

/// <summary>An error of the compiler.</summary>
/// <param name="Path">The file, from the root; empty when it is about no file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Mistake(string Path, int Line, string Text);
