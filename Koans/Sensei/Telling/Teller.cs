using Sensei.Path;
using Sensei.Records;
using Sensei.Telling.Layout;

namespace Sensei.Telling;

/// <summary>Tells a verdict as the message a learner reads: where, what, how, what was tried, where to look.</summary>
public static class Teller
{
    /// <summary>The line to look at, for whoever can jump there; null when the verdict names none.</summary>
    /// <param name="verdict">What the judge found out.</param>
    /// <param name="place">Where the koan stands on the path.</param>
    public static SourceLine? LookAt(Verdict verdict, Place place) => Footer.Look(new Tale(verdict, place, full: false));

    /// <summary>
    /// The message of a koan that is not met. It begins with an empty line, because test runners indent or prefix
    /// the first line of a message and leave the others as they are: so all lines that count stand in one column.
    /// </summary>
    /// <param name="verdict">What the judge found out.</param>
    /// <param name="place">Where the koan stands on the path.</param>
    /// <param name="full">Folds nothing, shows every thread, and adds the token that replays the order.</param>
    public static string Tell(Verdict verdict, Place place, bool full = false)
    {
        var tale = new Tale(verdict, place, full);
        string[] parts =
        [
            Header.Of(place),
            Sentence.Of(tale),
            Story.Of(tale),
            Circle.Of(tale),
            Tried.Of(tale),
            Footer.Of(tale),
        ];
        var message = string.Join("\n\n", parts.Where(part => part.Length > 0));
        return "\n" + message.Replace(Wrap.Glue, ' ') + "\n";
    }
}
