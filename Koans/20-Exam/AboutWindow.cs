namespace Koans.Exam;

// The window and its buttons. The download lasts until the window has painted itself: whoever waits for it on the
// window's own thread waits for ever.
internal static class Window
{
    private static readonly ManualResetEventSlim s_lastByte = new();

    public static string StartsAThread() => Click(() =>
    {
        var download = new Thread(() => Download()) { Name = "download" };
        download.Start();
    });

    public static string AwaitsATask() => Click(async () =>
    {
        var bytes = await Task.Run(Download);
        Show(bytes);
    });

    public static string AsksForTheResult() => Click(() =>
    {
        var bytes = Task.Run(Download).Result;
        Show(bytes);
    });

    public static string IsOnlyMarkedAsync() => Click(async () =>
    {
        var bytes = Download();
        await Task.Yield();
        Show(bytes);
    });

    private static string Click(Action handler)
    {
        handler();
        s_lastByte.Set();
        return "paints itself";
    }

    private static int Download()
    {
        s_lastByte.Wait();
        return 1024;
    }

    private static void Show(int bytes) => _ = bytes;
}
