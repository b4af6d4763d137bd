namespace Koans.Loops;

public class AboutLoops
{
    private int _turns;

    // Met.
    [Koan]
    public void A_decent_koan_before_all_others_is_met()
    {
        var thread = new Thread(() => Interlocked.Increment(ref _turns));
        thread.Start();
        thread.Join();
        _turns.Should().Be(1);
    }

    // Says: goes round a loop for ever
    [Koan]
    public void A_loop_waits_for_what_never_comes()
    {
        while (_turns == 0)
        {
        }
    }

    // Says: after 5,000 steps there was no end in sight
    [Koan]
    public void A_loop_with_steps_never_ends()
    {
        while (true)
        {
            _turns++;
        }
    }

    // Says: no end in sight
    [Koan]
    public void A_loop_without_steps_never_ends()
    {
        for (var i = 0; ; i++)
        {
        }
    }

    // Says: no end in sight
    [Koan]
    public void A_loop_is_in_a_constructor() => _ = new Endless();

    // Says: no end in sight
    [Koan]
    public void A_loop_is_in_a_property() => _ = new Property().Value;

    // Says: no end in sight
    [Koan]
    public void A_loop_is_in_another_thread()
    {
        var thread = new Thread(() =>
        {
            while (true)
            {
                _turns++;
            }
        });
        thread.Start();
        thread.Join();
    }

    // Says: no end in sight
    [Koan]
    public void A_long_loop_is_in_a_loop_with_steps()
    {
        while (true)
        {
            for (var i = 0; i < 10_000_000; i++)
            {
            }

            _turns++;
        }
    }

    // Says: no end in sight
    [Koan]
    public void A_method_calls_itself_twice_each_time() => Twice(200);

    // Says: no end in sight
    [Koan]
    public void A_sequence_never_ends() => Numbers().Sum(number => number & 1).Should().Be(1);

    private static void Twice(int depth)
    {
        if (depth > 0)
        {
            Twice(depth - 1);
            Twice(depth - 1);
        }
    }

    private static IEnumerable<long> Numbers()
    {
        while (true)
        {
            yield return 0;
        }
    }

    private sealed class Endless
    {
        private int _turns;

        public Endless()
        {
            while (true)
            {
                _turns++;
            }
        }
    }

    private sealed class Property
    {
        public int Value
        {
            get
            {
                var i = 0;
                while (true)
                {
                    i++;
                }
            }
        }
    }
}
