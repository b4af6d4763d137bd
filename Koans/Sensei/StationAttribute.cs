using Xunit;
using Xunit.Sdk;

namespace Sensei;

/// <summary>What every test has that stands on the path: the place where it is written is its place there.</summary>
/// <remarks>The folder of its file is its lesson, and within a lesson koans are met in the order of their lines.</remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Sensei.Path.KoanDiscoverer", "Sensei")]
public abstract class StationAttribute : FactAttribute
{
    private protected StationAttribute(string file, int line)
    {
        File = file;
        Line = line;
    }

    /// <summary>The source file that holds the koan, as the compiler saw it.</summary>
    public string File { get; }

    /// <summary>The line of the attribute in <see cref="File"/>, from 1.</summary>
    public int Line { get; }

    /// <summary>The name of the folder that holds the koan: "02-Races".</summary>
    public string Lesson => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(File)) ?? "";

    /// <summary>What the koan asks of its judge.</summary>
    internal abstract KoanOptions Options { get; }
}
