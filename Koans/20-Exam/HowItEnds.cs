namespace Koans.Exam;

// Four programs, in AboutEndings.cs, each run in a process of its own. What becomes of them?
public static class HowItEnds
{
    public static Fate AHeartbeatInTheForeground => Fate.Ends;

    public static Fate AWriterInTheBackground => Fate.Ends;

    public static Fate AnExceptionOnAThread => Fate.Ends;

    public static Fate AnExceptionInAForgottenTask => Fate.Crashes;
}
