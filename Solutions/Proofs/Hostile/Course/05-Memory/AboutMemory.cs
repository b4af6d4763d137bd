using System.Collections;

namespace Koans.Memory;

public class AboutMemory
{
    private readonly List<byte[]> _shared = [];
    private readonly Quarrelsome _quarrelsome = new();
    private object? _last;
    private int _count;

    private int Mirror => Mirror;

    // Says: calls itself without end
    [Koan]
    public void A_method_calls_itself() => Deeper(0);

    // Says: calls itself without end
    [Koan]
    public void A_property_reads_itself() => Mirror.Should().Be(0);

    // Says: calls itself without end
    [Koan]
    public void A_thread_calls_itself()
    {
        var thread = new Thread(() => Deeper(0));
        thread.Start();
        thread.Join();
    }

    // Says: no end in sight
    [Koan]
    public void Two_methods_call_each_other_with_steps() => Ping();

    // Says: memory
    [Koan]
    public void A_list_grows_for_ever()
    {
        var list = new List<byte[]>();
        while (true)
        {
            list.Add(new byte[1_000_000]);
        }
    }

    // Says: memory
    [Koan]
    public void A_shared_list_grows_for_ever()
    {
        var thread = new Thread(() => Fill(_shared));
        thread.Start();
        Fill(_shared);
    }

    // Says: memory
    [Koan]
    public void A_chain_grows_for_ever()
    {
        object[] chain = [];
        for (var i = 0; ; i++)
        {
            chain = [chain, new int[1000]];
        }
    }

    // Says: memory
    [Koan]
    public void A_chain_of_lists_grows_for_ever()
    {
        List<object> chain = [];
        while (true)
        {
            chain = [chain, new long[100_000]];
        }
    }

    // Says: memory
    [Koan]
    public void A_sequence_is_kept_for_ever() => Arrays().ToList().Should().BeEmpty();

    // Says: memory
    [Koan]
    public void A_text_grows_for_ever()
    {
        var text = "lunch";
        while (true)
        {
            text += text;
        }
    }

    // Says: no end in sight
    [Koan]
    public void Megabytes_are_printed()
    {
        var line = new string('x', 100_000);
        while (true)
        {
            Console.WriteLine(line);
            _count++;
        }
    }

    // Says: no end in sight
    [Koan]
    public void Megabytes_are_printed_by_way_of_the_writer()
    {
        var line = new string('x', 100_000);
        while (true)
        {
            Console.Out.WriteLine(line);
            Console.Error.WriteLine(line);
            _count++;
        }
    }

    // Says: no end in sight
    [Koan]
    public void Short_lines_are_printed_for_ever()
    {
        for (var i = 0; ; i++)
        {
            Console.WriteLine(i);
        }
    }

    // Says: megabytes of words
    [Koan]
    public void A_check_has_megabytes_to_say() =>
        new string('x', 3_000_000).Should().Be("soup", "there are megabytes of words");

    // Says: Words fail
    [Koan]
    public void A_value_cannot_be_written_as_text()
    {
        _last = new Unspeakable();
        _last.Should().Be("soup");
    }

    // Says: but found 1
    [Koan]
    public void A_collection_throws_when_it_is_counted()
    {
        var thread = new Thread(() => _last = _quarrelsome);
        thread.Start();
        thread.Join();
        (_last as Quarrelsome)!.Number.Should().Be(2);
    }

    // Met.
    [Koan]
    public void A_finaliser_throws()
    {
        for (var i = 0; i < 1000; i++)
        {
            _ = new Bitter();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // Met.
    [Koan]
    public void A_finaliser_never_ends()
    {
        for (var i = 0; i < 1000; i++)
        {
            _ = new Lingering();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // Says: The soup is cold
    [Koan]
    public void A_static_constructor_throws() => Broken.Value.Should().Be(1);

    // Says: The soup is cold
    [Koan]
    public void A_static_constructor_throws_in_every_order_anew()
    {
        // caught, it is met again by whoever needs the type next
        var failures = 0;
        void Need()
        {
            try
            {
                _ = Broken.Value;
            }
            catch (TypeInitializationException)
            {
                Interlocked.Increment(ref failures);
            }
        }

        var thread = new Thread(Need) { Name = "Alice" };
        thread.Start();
        Need();
        thread.Join();
        failures.Should().Be(2);
        _ = Broken.Value;
    }

    // Met.
    [Koan]
    public void A_static_constructor_that_throws_is_not_remembered_from_order_to_order()
    {
        var first = Fussy.Tries();
        var thread = new Thread(() => Fussy.Tries());
        thread.Start();
        Fussy.Tries();
        thread.Join();
        first.Should().Be("not yet");
    }

    // Says: no end in sight
    [Koan]
    public void A_static_constructor_never_ends() => Stuck.Value.Should().Be(1);

    // Met.
    [Koan]
    public void A_decent_koan_after_all_that_is_met()
    {
        var thread = new Thread(() => Interlocked.Increment(ref _count));
        thread.Start();
        thread.Join();
        _count.Should().Be(1);
    }

    private static void Fill(List<byte[]> list)
    {
        while (true)
        {
            list.Add(new byte[1_000_000]);
        }
    }

    private static int Deeper(int depth) => Deeper(depth + 1) + 1;

    private static IEnumerable<byte[]> Arrays()
    {
        while (true)
        {
            yield return new byte[10_000];
        }
    }

    private void Ping()
    {
        _count++;
        Pong();
    }

    private void Pong()
    {
        _count--;
        Ping();
    }

    private sealed class Unspeakable
    {
        public override string ToString() => throw new InvalidOperationException("Words fail.");
    }

    private sealed class Quarrelsome : ICollection
    {
        public int Number => 1;

        public int Count => throw new InvalidOperationException("Do not count me.");

        public bool IsSynchronized => false;

        public object SyncRoot => this;

        public void CopyTo(Array array, int index)
        {
        }

        public IEnumerator GetEnumerator() => throw new InvalidOperationException("Do not count me.");
    }

    private sealed class Bitter
    {
        ~Bitter() => throw new InvalidOperationException("The soup is cold.");
    }

    private sealed class Lingering
    {
        ~Lingering()
        {
            while (true)
            {
            }
        }
    }

    private static class Broken
    {
        public static readonly int Value;

        static Broken()
        {
            Value = int.Parse("The soup is cold");
        }
    }

    private static class Fussy
    {
        private static int s_tries;

        internal static string Tries() => Interlocked.Increment(ref s_tries) == 1 ? "not yet" : "again";
    }

    private static class Stuck
    {
        public static int Value;

        static Stuck()
        {
            while (true)
            {
                Value++;
            }
        }
    }
}
