namespace Sensei.Running;

/// <summary>Where a thread stops for ever: as if the system never gave it a processor again.</summary>
/// <param name="Thread">The thread's number.</param>
/// <param name="After">How many steps it still takes.</param>
internal readonly record struct Stop(int Thread, int After);
