// the answers as constants of their own.
namespace Koans.Exam;

// A window has one thread: it calls a button's handler, and only when that returns can the window paint itself again.
// The handlers are in AboutWindow.cs. With which of them does the window freeze until the download is over?
public static class FrozenWindow
{
    public static bool StartsAThread { get; } = false;

    public static bool AwaitsATask => false;

    public static bool AsksForTheResult => true;

    public static bool IsOnlyMarkedAsync => true;
}
