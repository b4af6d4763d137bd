using System.Diagnostics;
using Sensei.Records;

namespace Sensei.Running;

/// <summary>Finds the learner's and the koan's lines in a stack.</summary>
internal static class Frames
{
    /// <summary>The innermost frame that belongs to a twin and has a line; null when there is none.</summary>
    internal static SourceLine? Innermost(Exception error) =>
        Lines(new StackTrace(error, fNeedFileInfo: true)).FirstOrDefault();

    /// <summary>The lines by which the calling thread came here, from the innermost outwards.</summary>
    internal static IReadOnlyList<SourceLine> Here() => [.. Lines(new StackTrace(fNeedFileInfo: true))];

    private static IEnumerable<SourceLine> Lines(StackTrace stack)
    {
        foreach (var frame in stack.GetFrames())
        {
            if (frame.GetMethod() is { DeclaringType: { } type } method
                && Weaving.Twin.IsTwin(type.Assembly)
                && frame.GetFileName() is { } file)
            {
                yield return new SourceLine(file, frame.GetFileLineNumber(), $"{Plain(type)}.{Plain(method.Name)}");
            }
        }
    }

    private static string Plain(Type type)
    {
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Name;
    }

    private static string Plain(string name) =>
        name.StartsWith('<') && name.IndexOf('>') is > 1 and var end ? name[1..end] : name;
}
