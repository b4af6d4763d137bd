using Sensei.Records;
using Sensei.Telling.Layout;

namespace Sensei.Telling;

/// <summary>The names of a run's threads as they are told: short, and no two alike.</summary>
internal sealed class Cast
{
    private const int Longest = 16;

    private readonly Dictionary<int, string> _names = [];

    // a server that nothing stops has had a thread of the same name for each of its guests, and they are many
    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, int> _twins = [];

    /// <summary>Finds a name for each thread.</summary>
    public Cast(IReadOnlyList<ThreadRecord> threads)
    {
        foreach (var thread in threads)
        {
            var given = Clean.Of(thread.Name).Trim();
            if (thread.Id == 0 && (given.Length == 0 || given.Equals("koan", StringComparison.OrdinalIgnoreCase)))
            {
                given = "the koan";
            }
            else if (given.Length == 0)
            {
                given = $"thread {thread.Id}";
            }

            var name = Clean.Shorten(given, Longest);
            var stem = Clean.Shorten(given, Longest - 3);
            for (var twin = _twins.GetValueOrDefault(stem, 2); !_taken.Add(name); twin++)
            {
                name = $"{stem} {twin}";
                _twins[stem] = twin + 1;
            }

            _names[thread.Id] = name;
        }
    }

    /// <summary>The name of a thread.</summary>
    public string this[int thread] => _names.TryGetValue(thread, out var name) ? name : $"thread {thread}";

    /// <summary>The name of a thread at the beginning of a sentence.</summary>
    public string First(int thread) => this[thread] is "the koan" ? "The koan" : this[thread];

    /// <summary>"Alice", "Alice and Bob", "Alice, Bob and Carol".</summary>
    public string All(IEnumerable<int> threads) => Layout.List.Of(threads.Distinct().Select(thread => this[thread]));
}
