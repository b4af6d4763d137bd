// await is thought to wait on the spot.
namespace Koans.Exam;

// A window has one thread: it calls a button's handler, and only when that returns can the window paint itself again.
// The handlers are in AboutWindow.cs. With which of them does the window freeze until the download is over?
public static class FrozenWindow
{
    public static bool StartsAThread => false;

    public static bool AwaitsATask => true;

    public static bool AsksForTheResult => true;

    public static bool IsOnlyMarkedAsync => true;
}
