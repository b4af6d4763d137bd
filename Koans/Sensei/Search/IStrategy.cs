using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// Chooses who goes next. A strategy knows threads by number and operations by the locations they touch, and nothing
/// of primitives. Sets of threads are bit sets.
/// </summary>
internal interface IStrategy
{
    /// <summary>
    /// How many choices at the start of the run are settled. The state before the last of them is needed in full;
    /// before the others only <see cref="Settled"/> is asked.
    /// </summary>
    int Prefix { get; }

    /// <summary>Nothing is sought: one order is run that has been run before.</summary>
    bool IsRunAgain => false;

    /// <summary>The settled choice at a depth below <see cref="Prefix"/>.</summary>
    int Settled(int depth);

    /// <summary>The run's <see cref="Run.Course"/> when it was last at a depth; null when that is not known.</summary>
    ulong? CourseAt(int depth) => null;

    /// <summary>
    /// Chooses at a depth of at least <see cref="Prefix"/>; <see cref="Redundant"/> when every possible choice leads
    /// only to orders that have been tried.
    /// </summary>
    /// <param name="depth">The number of events so far.</param>
    /// <param name="current">The thread that has just moved, whether or not it can go on.</param>
    /// <param name="enabled">The threads that could move.</param>
    /// <param name="reluctant">Those of them to which a switch, or a time-out, would have to happen: others come first.</param>
    /// <param name="run">The run, for pending operations.</param>
    int Choose(int depth, int current, ulong enabled, ulong reluctant, Run run);

    /// <summary>An event has been executed at a depth of at least <see cref="Prefix"/> - 1.</summary>
    void Executed(int depth, Run run);

    /// <summary>Not a thread: the run need not go on.</summary>
    const int Redundant = -1;
}
