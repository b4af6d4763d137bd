namespace Koans.Swallowing;

public class AboutSwallowing
{
    private readonly object _pen = new();
    private int _count;

    // Says: Expected everybody to finish
    [Koan]
    public void A_deadlock_is_wrapped_in_a_catch()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        catch
        {
        }
    }

    // Says: no end in sight
    [Koan]
    public void Everything_in_a_loop_is_wrapped_in_a_catch()
    {
        while (true)
        {
            try
            {
                while (true)
                {
                    try
                    {
                        _count++;
                    }
                    catch
                    {
                    }
                }
            }
            catch (Exception)
            {
            }
        }
    }

    // Says: Expected everybody to finish
    [Koan]
    public void Threads_wait_inside_catches_inside_loops()
    {
        var alice = new Thread(Stubborn) { Name = "Alice" };
        var bob = new Thread(Stubborn) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_finally_block_loops_for_ever()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        finally
        {
            while (true)
            {
                try
                {
                    _count++;
                }
                catch
                {
                }
            }
        }
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_finally_block_loops_without_steps()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        finally
        {
            for (var i = 0; ; i++)
            {
            }
        }
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_finally_block_calls_a_method_that_never_ends()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        finally
        {
            Twice(200);
        }
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_finally_block_waits_for_ever()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        finally
        {
            lock (_pen)
            {
                Monitor.Wait(_pen);
            }
        }
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_filter_takes_everything()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        catch (Exception) when (++_count >= 0)
        {
            _count = -1;
        }
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_filter_never_ends()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        catch (Exception) when (Endless())
        {
        }
    }

    // Says: no end in sight
    [Koan]
    public void A_filter_never_ends_on_an_exception_of_its_own()
    {
        try
        {
            throw new InvalidOperationException("The soup is cold.");
        }
        catch (Exception) when (Endless())
        {
        }
    }

    // Says: calls itself without end
    [Koan]
    public void A_method_calls_itself_in_a_catch_and_again_in_a_finally() => Everywhere();

    // Says: whose message cannot be read
    [Koan]
    public void An_exception_has_no_message()
    {
        throw new Mute();
    }

    // Says: calls itself without end
    [Koan]
    public void Every_level_of_a_recursion_catches() => Catching();

    private static void Catching()
    {
        try
        {
            Catching();
        }
        catch
        {
        }
    }

    private static void Everywhere()
    {
        try
        {
            Everywhere();
        }
        catch
        {
            Everywhere();
        }
        finally
        {
            Everywhere();
        }
    }

    private static void Twice(int depth)
    {
        if (depth > 0)
        {
            Twice(depth - 1);
            Twice(depth - 1);
        }
    }

    private bool Endless()
    {
        while (true)
        {
            _count++;
        }
    }

    private void Stubborn()
    {
        while (true)
        {
            try
            {
                lock (_pen)
                {
                    Monitor.Wait(_pen);
                }
            }
            catch
            {
            }
        }
    }

    private sealed class Mute : Exception
    {
        public override string Message => throw new InvalidOperationException("The soup is cold.");

        public override string ToString() => throw new InvalidOperationException("The soup is cold.");
    }
}
