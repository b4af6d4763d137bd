namespace Proofs.Litmus;

/// <summary><see cref="AsyncLocal{T}"/>: what a thread starts with, and what stays its own.</summary>
internal static class AsyncLocals
{
    [Litmus("soup")]
    private static string A_thread_starts_with_what_its_starter_had()
    {
        var order = new AsyncLocal<string> { Value = "soup" };
        var seen = "";
        Crew.Alone(() => seen = order.Value!);
        return seen;
    }

    [Litmus("soup,soup")]
    private static string What_a_thread_changes_stays_its_own()
    {
        var order = new AsyncLocal<string> { Value = "soup" };
        var seen = "";
        Crew.Together(() => order.Value = "tea", () => seen = order.Value!);
        return $"{seen},{order.Value}";
    }

    [Litmus("soup")]
    private static string What_is_set_after_the_start_comes_too_late()
    {
        var order = new AsyncLocal<string> { Value = "soup" };
        var seen = "";
        var cook = new Thread(() => seen = order.Value!);
        cook.Start();
        order.Value = "tea";
        cook.Join();
        return seen;
    }
}
