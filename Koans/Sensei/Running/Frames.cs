using System.Diagnostics;
using System.Runtime.CompilerServices;
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

    /// <summary>
    /// Whether the calling thread came here by woven code alone, from where it began: no collection, say, is in the middle
    /// of something that calls the learner's code.
    /// </summary>
    internal static bool IsOnlyWoven()
    {
        var isWoven = new StackTrace().GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType)
            .Where(type => type?.Namespace != typeof(AsyncTaskMethodBuilder).Namespace)
            .Select(type => type is not null && Weaving.Twin.IsTwin(type.Assembly))
            .ToList();
        return isWoven.LastIndexOf(true) - isWoven.IndexOf(true) + 1 == isWoven.Count(woven => woven);
    }

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
