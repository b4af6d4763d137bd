using System.Diagnostics.CodeAnalysis;
using Sensei.Children;
using Sensei.Live;
using Sensei.Running;

namespace Sensei;

/// <summary>
/// Runs a method of a koan's class in a process of its own, with the learner's code as the compiler made it: for what can
/// be seen only of a whole process. It ends or does not, by itself or by a crash; it prints; it leaves files behind.
/// </summary>
/// <remarks>
/// The method is static, or a lambda that captures nothing: nothing is shared with the child but what it is given as
/// arguments. A child that does not end is killed with all its own children, at the latest when the koan's patience is
/// nearly over; and it ends by itself if the process that started it is gone.
/// </remarks>
public static class Child
{
    /// <summary>Runs a method as the <c>Main</c> of a process.</summary>
    /// <param name="main">A static method.</param>
    /// <returns>What came of it.</returns>
    public static ChildExit Run(Action main) => Run((Delegate)main, []);

    /// <summary>Runs a method as the <c>Main</c> of a process.</summary>
    /// <param name="main">A static method.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>What came of it.</returns>
    public static ChildExit Run(Action<string[]> main, params string[] arguments) => Run((Delegate)main, arguments);

    /// <summary>Runs a method as the <c>async Main</c> of a process.</summary>
    /// <param name="main">A static method.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>What came of it.</returns>
    public static ChildExit Run(Func<string[], Task> main, params string[] arguments) => Run((Delegate)main, arguments);

    /// <summary>
    /// Called in a child, by what the koan hands to the learner's code: never returns. On a thread in the foreground that
    /// means that the process cannot end by itself any more, and the koan is told at once.
    /// </summary>
    [DoesNotReturn]
    public static void StayForEver() => ChildHost.StayForEver();

    private static ChildExit Run(Delegate main, string[] arguments)
    {
        if (Strand.Current is { } strand)
        {
            strand.Run.NotFollowed("Child.Run", "it in a live koan", -1);
        }

        return ChildProcess.Run(main, arguments, LiveRun.Mine);
    }
}

/// <summary>What came of a process that <see cref="Child"/> has started.</summary>
/// <param name="Ended">Whether it ended by itself. One that did not was killed.</param>
/// <param name="HasReturned">Whether the method that stood in for its <c>Main</c> has returned.</param>
/// <param name="Code">Its exit code; 0 when all went well. Which number a crash has, differs from system to system.</param>
/// <param name="Output">What it printed, with line ends as on Unix.</param>
/// <param name="Errors">What it printed to the standard error; the words of an exception that nobody has caught are there.</param>
public sealed record ChildExit(bool Ended, bool HasReturned, int Code, string Output, string Errors)
{
    /// <summary>The lines of <see cref="Output"/>.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it was ended by an exception that nobody has caught.</summary>
    public bool HasCrashed => Ended && Code != 0 && Errors.Contains("Unhandled exception", StringComparison.Ordinal);
}
