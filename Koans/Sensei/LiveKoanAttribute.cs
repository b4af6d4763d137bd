using System.Runtime.CompilerServices;

namespace Sensei;

/// <summary>
/// Marks a test that runs once, on real threads, in real time, with real files, sockets and processes: for what cannot be
/// explored. A watchdog ends a run that does not end by itself.
/// </summary>
/// <remarks>
/// The code is woven all the same, so an exception on any thread fails the koan and not the process, and a loop without
/// end is cut. Such a koan proves that things overlap by having them meet, and order by gates that it opens itself. Time
/// that passes proves nothing.
/// </remarks>
public sealed class LiveKoanAttribute : StationAttribute
{
    /// <summary>Marks a live koan; the compiler fills in both arguments.</summary>
    /// <param name="file">The source file that holds the koan.</param>
    /// <param name="line">The line of the attribute in that file.</param>
    public LiveKoanAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>Seconds after which a koan that has not ended is not met. It can only fail a koan, so it is ample.</summary>
    public double Patience { get; set; } = 20;

    /// <summary>
    /// What the koan waits for, in words of its story: "an answer for the second guest while the first is still inside".
    /// When it does not come, that is what the learner reads first.
    /// </summary>
    public string? Expects { get; set; }

    /// <summary>
    /// What the learner writes are answers, and the koan finds out by trying whether they are right. There is no run to be
    /// told then, and which of them are wrong is not told either.
    /// </summary>
    public bool IsQuestion { get; set; }

    /// <inheritdoc/>
    internal override KoanOptions Options => new()
    {
        Patience = TimeSpan.FromSeconds(Patience),
        Expects = Expects,
        IsQuestion = IsQuestion,
    };
}
