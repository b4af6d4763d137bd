namespace Grader;

/// <summary>The codes that the grader ends with.</summary>
internal static class Exit
{
    /// <summary>Every koan is met, or as many as were asked for.</summary>
    public const int Complete = 0;

    /// <summary>Graded, and fewer are.</summary>
    public const int Incomplete = 1;

    /// <summary>Refused, or it does not compile.</summary>
    public const int Refused = 2;

    /// <summary>The grader itself failed. That is never a learner's zero.</summary>
    public const int Fault = 3;

    /// <summary>Ended from outside before it was done, by Ctrl-C for instance.</summary>
    public const int Interrupted = 130;
}
