using System.Collections.Concurrent;

namespace Koans.Exam;

// What may be one step or several. Each program says whether all is whole in the end.
internal static class Atoms
{
    public static string AnIntIsWritten()
    {
        int number = 0, seen = 0;
        return Together(() => number = 1_000_000_007, () => seen = number, () => seen is 0 or 1_000_000_007);
    }

    // On a 64-bit machine, as yours very likely is.
    public static string ALongIsWritten()
    {
        long number = 0, seen = 0;
        return Together(() => number = long.MaxValue, () => seen = number, () => seen is 0 or long.MaxValue);
    }

    public static string ADecimalIsWritten()
    {
        decimal number = 0, seen = 0;
        return Together(() => number = decimal.MaxValue, () => seen = number, () => seen is 0 or decimal.MaxValue);
    }

    public static string AnIntIsIncremented()
    {
        var number = 0;
        return Together(() => number++, () => number++, () => number == 2);
    }

    public static string AReferenceIsWritten()
    {
        var word = "old";
        var seen = "";
        return Together(() => word = "new", () => seen = word, () => seen is "old" or "new");
    }

    public static string AListIsAddedTo()
    {
        var list = new List<int>();
        return Together(() => list.Add(1), () => list.Add(2), () => list.Count == 2);
    }

    public static string TryAddOfAConcurrentDictionary()
    {
        var tables = new ConcurrentDictionary<int, string>();
        int guests = 0;
        return Together(() => Seat("Alice"), () => Seat("Bob"), () => guests == 1);

        void Seat(string guest)
        {
            if (tables.TryAdd(7, guest))
            {
                Interlocked.Increment(ref guests);
            }
        }
    }

    public static string IncrementInAConcurrentDictionary()
    {
        var orders = new ConcurrentDictionary<string, int> { ["soup"] = 0 };
        return Together(() => orders["soup"]++, () => orders["soup"]++, () => orders["soup"] == 2);
    }

    private static string Together(Action first, Action second, Func<bool> isWhole)
    {
        var alice = new Thread(() => first()) { Name = "Alice" };
        var bob = new Thread(() => second()) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        return isWhole() ? "whole" : "torn";
    }
}
