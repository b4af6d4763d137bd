namespace Proofs.Sct;

/// <summary>The assertion of a program under test: an exception on the thread that finds it broken.</summary>
internal static class Assert
{
    /// <summary>The outcome of a run in which an assertion broke.</summary>
    public const string Broken = "throws: assert";

    /// <summary>Throws when the condition does not hold.</summary>
    public static void That(bool condition)
    {
        if (!condition) throw new InvalidOperationException("assert");
    }
}
