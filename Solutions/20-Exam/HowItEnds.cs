namespace Koans.Exam;

// Four programs, in AboutEndings.cs, each run in a process of its own. What becomes of them?
public static class HowItEnds
{
    public static Fate AHeartbeatInTheForeground => Fate.Hangs;

    public static Fate AWriterInTheBackground => Fate.LosesData;

    public static Fate AnExceptionOnAThread => Fate.Crashes;

    public static Fate AnExceptionInAForgottenTask => Fate.Ends;
}
