using System.Diagnostics;
using Sensei.Records;

namespace Sensei.Running;

/// <summary>Finds the learner's or the koan's line in an exception's stack.</summary>
internal static class Frames
{
    /// <summary>The innermost frame that belongs to a twin and has a line; null when there is none.</summary>
    internal static SourceLine? Innermost(Exception error)
    {
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is { DeclaringType: { } type } method
                && Weaving.Twin.IsTwin(type.Assembly)
                && frame.GetFileName() is { } file)
            {
                return new SourceLine(file, frame.GetFileLineNumber(), $"{Plain(type)}.{Plain(method.Name)}");
            }
        }

        return null;
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
