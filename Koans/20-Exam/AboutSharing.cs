namespace Koans.Exam;

// Where Alice may put a cup, and where Bob looks after her.
internal static class Sharing
{
    private static int s_cups;

    [ThreadStatic]
    private static int t_cups;

    public static string StaticField() => OneAfterTheOther(() => s_cups = 1, () => s_cups);

    public static string Field()
    {
        var shelf = new Shelf();
        return OneAfterTheOther(() => shelf.Cups = 1, () => shelf.Cups);
    }

    public static string Local() => OneAfterTheOther(() => PutAndLook(put: true), () => PutAndLook(put: false));

    public static string CapturedLocal()
    {
        var cups = 0;
        return OneAfterTheOther(() => cups = 1, () => cups);
    }

    public static string ThreadStaticField() => OneAfterTheOther(() => t_cups = 1, () => t_cups);

    // Here Alice is this process, and Bob is one that it starts.
    public static string AnotherProcess()
    {
        s_cups = 1;
        return Child.Run(() => Console.Write(s_cups == 1 ? "seen" : "not seen")).Output;
    }

    private static string OneAfterTheOther(Action put, Func<int> look)
    {
        var seen = 0;
        var alice = new Thread(() => put()) { Name = "Alice" };
        alice.Start();
        alice.Join();
        var bob = new Thread(() => seen = look()) { Name = "Bob" };
        bob.Start();
        bob.Join();
        return seen == 1 ? "seen" : "not seen";
    }

    private static int PutAndLook(bool put)
    {
        var cups = 0;
        if (put)
        {
            cups = 1;
        }

        return cups;
    }

    private sealed class Shelf
    {
        public int Cups { get; set; }
    }
}
