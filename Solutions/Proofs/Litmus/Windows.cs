namespace Proofs.Litmus;

/// <summary>A window with one thread: who blocks it, and who comes back to it.</summary>
internal static class Windows
{
    [Litmus("12")]
    private static string What_is_posted_is_handled_in_its_order()
    {
        var told = "";
        using (var window = new Window())
        {
            window.Post(() => told += "1");
            window.Post(() => told += "2");
        }

        return told;
    }

    [Litmus("12", "21")]
    private static string Two_post_at_once()
    {
        var told = "";
        using (var window = new Window()) Crew.Together(() => window.Post(() => told += "1"), () => window.Post(() => told += "2"));
        return told;
    }

    [Litmus("posted 2")]
    private static string A_context_that_posts_as_its_base_does()
    {
        var context = new Plain();
        var done = new CountdownEvent(2);
        context.Post(_ => done.Signal(), null);
        context.Post(_ => done.Signal(), null);
        done.Wait();
        context.Send(_ => { }, null);
        return $"posted {context.Posted}";
    }

    [Litmus("deadlock")]
    private static string Waiting_for_what_only_the_window_can_do()
    {
        static async Task<int> Load()
        {
            await Task.Yield();
            return 1;
        }

        var n = 0;
        using (var window = new Window()) window.Post(() => n = Load().Result);
        return $"{n}";
    }

    [Litmus("deadlock", "1")]
    private static string Unless_what_it_awaits_is_there_already()
    {
        static async Task<int> Load() => await Task.Run(() => 1);

        var n = 0;
        using (var window = new Window()) window.Post(() => n = Load().Result);
        return $"{n}";
    }

    [Litmus("1")]
    private static string What_need_not_come_back_goes_on_elsewhere()
    {
        static async Task<int> Load() => await Task.Run(() => 1).ConfigureAwait(false);

        var n = 0;
        using (var window = new Window()) window.Post(() => n = Load().Result);
        return $"{n}";
    }

    [Litmus("1")]
    private static string Awaiting_does_not_block_it()
    {
        static async Task<int> Load() => await Task.Run(() => 1);

        var n = 0;
        using (var window = new Window()) window.Post(async () => n = await Load());
        return $"{n}";
    }

    [Litmus("True,True")]
    private static string An_await_comes_back()
    {
        bool before = false, after = false;
        using (var window = new Window())
        {
            window.Post(async () =>
            {
                before = window.CheckAccess();
                await Task.Run(() => { });
                after = window.CheckAccess();
            });
        }

        return $"{before},{after}";
    }

    [Litmus("False", "True")]
    private static string An_await_that_need_not_come_back()
    {
        var after = false;
        using (var window = new Window())
        {
            window.Post(async () =>
            {
                await Task.Run(() => { }).ConfigureAwait(false);
                after = window.CheckAccess();
            });
        }

        return $"{after}";
    }

    [Litmus("2")]
    private static string One_thread_needs_no_lock()
    {
        var n = 0;
        using (var window = new Window())
        {
            window.Post(() => n++);
            window.Post(() => n++);
        }

        return $"{n}";
    }

    [Litmus("1", "2")]
    private static string One_thread_and_still_a_race()
    {
        var n = 0;
        async void Add()
        {
            var seen = n;
            await Task.Yield();
            n = seen + 1;
        }

        using (var window = new Window())
        {
            window.Post(Add);
            window.Post(Add);
        }

        return $"{n}";
    }

    [Litmus("10,1")]
    private static string A_handler_that_is_awaited()
    {
        static async Task<string> Go()
        {
            var n = 0;
            using var window = new Window();
            await window.InvokeAsync(async () =>
            {
                await Task.Yield();
                n = 10;
            });
            return $"{n},{(SynchronizationContext.Current is null ? 1 : 0)}";
        }

        return Go().Result;
    }

    [Litmus("throws: burnt")]
    private static string An_exception_in_a_handler()
    {
        using (var window = new Window()) window.Post(() => throw new InvalidOperationException("burnt"));
        return "done";
    }

    [Litmus("throws: lost")]
    private static string An_exception_in_an_async_handler()
    {
        async void Lose()
        {
            await Task.Yield();
            throw new InvalidOperationException("lost");
        }

        using (var window = new Window()) window.Post(Lose);
        return "done";
    }

    [Litmus("not at all", "on the window")]
    private static string What_follows_on_the_scheduler_of_a_window()
    {
        var where = "not at all";
        using (var window = new Window())
        {
            void Tell(Task _) => where = window.CheckAccess() ? "on the window" : "elsewhere";
            window.Post(() => Task.Run(() => { }).ContinueWith(Tell, TaskScheduler.FromCurrentSynchronizationContext()));
        }

        return where;
    }

    [Litmus("21")]
    private static string Sending_waits_and_on_the_window_itself_it_does_not()
    {
        var told = "";
        using (var window = new Window())
        {
            window.Context.Send(_ => window.Context.Send(_ => told += "2", null), null);
            told += "1";
        }

        return told;
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string What_is_handled_comes_after_what_was_before_the_post()
    {
        var n = 0;
        using (var window = new Window())
        {
            n = 1;
            window.Post(() => n += 0);
        }

        return $"{n}";
    }

    [Litmus("1", "data race", ForbidDataRaces = true)]
    private static string What_comes_after_the_post_does_not()
    {
        var n = 0;
        using (var window = new Window())
        {
            window.Post(() => n = 1);
            n = 2;
        }

        return $"{n}";
    }

    [Litmus("0,1", "1,1")]
    private static string A_context_of_ones_own()
    {
        var told = "";
        var context = new Counting();
        async Task Go()
        {
            await Task.Run(() => { });
            told += "1";
        }

        SynchronizationContext.SetSynchronizationContext(context);
        var going = Go();
        SynchronizationContext.SetSynchronizationContext(null);
        going.Wait();
        return $"{context.Posts},{told}";
    }

    /// <summary>Counts what is posted, and lets the pool do it.</summary>
    private sealed class Counting : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            Task.Run(() => d(state));
        }
    }

    private sealed class Plain : SynchronizationContext
    {
        public int Posted { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Posted++;
            base.Post(d, state);
        }

        public override void Send(SendOrPostCallback d, object? state) => base.Send(d, state);
    }
}
