using System.Threading.Tasks.Sources;

namespace Proofs.Litmus;

/// <summary><see cref="ValueTask"/>, and sources that are used again and again.</summary>
internal static class ValueTasks
{
    [Litmus("1", "2")]
    private static string Check_await_act()
    {
        var n = 0;
        async ValueTask Add()
        {
            var seen = n;
            await Task.Yield();
            n = seen + 1;
        }

        var one = Add();
        var two = Add();
        one.AsTask().Wait();
        two.AsTask().Wait();
        return $"{n}";
    }

    [Litmus("7")]
    private static string One_that_never_waits()
    {
        static async ValueTask<int> Seven()
        {
            await Task.CompletedTask;
            return 7;
        }

        static async Task<int> Ask() => await Seven();

        return $"{Ask().Result}";
    }

    [Litmus("7")]
    private static string One_that_waits()
    {
        static async ValueTask<int> Seven() => await Task.Run(() => 7).ConfigureAwait(false);

        static async ValueTask<int> Ask() => await Seven().ConfigureAwait(false);

        return $"{Ask().AsTask().Result}";
    }

    [Litmus("7,True")]
    private static string A_result_without_a_task()
    {
        var seven = new ValueTask<int>(7);
        return $"{seven.Result},{seven.IsCompletedSuccessfully}";
    }

    [Litmus("False,7", "True,7")]
    private static string Looking_at_one()
    {
        var seven = new ValueTask<int>(Task.Run(() => 7));
        return $"{seven.IsCompleted},{seven.AsTask().Result}";
    }

    [Litmus("burnt")]
    private static string One_that_fails()
    {
        static async ValueTask Fail()
        {
            await Task.Yield();
            throw new InvalidOperationException("burnt");
        }

        static async Task<string> Try()
        {
            try
            {
                await Fail();
                return "fine";
            }
            catch (InvalidOperationException error)
            {
                return error.Message;
            }
        }

        return Try().Result;
    }

    [Litmus("deadlock")]
    private static string One_that_nobody_completes()
    {
        static async ValueTask Wait(Task task) => await task;

        Wait(new TaskCompletionSource().Task).AsTask().Wait();
        return "done";
    }

    [Litmus("12")]
    private static string A_source_that_is_used_twice()
    {
        var source = new Bell();
        async Task<string> Listen() => $"{await source.Next()}{await source.Next()}";

        var heard = Listen();
        Crew.Alone(() =>
        {
            source.Ring(1);
            source.Ring(2);
        });
        return heard.Result;
    }

    [Litmus("1", "2")]
    private static string A_source_rung_by_either()
    {
        var source = new Bell();
        var rung = 0;
        void Ring(int number)
        {
            if (Interlocked.Exchange(ref rung, 1) == 0) source.Ring(number);
        }

        Crew.Together(() => Ring(1), () => Ring(2));
        return $"{source.Next().AsTask().Result}";
    }

    [Litmus("12", "21")]
    private static string A_source_that_runs_what_follows_elsewhere()
    {
        var source = new Bell(elsewhere: true);
        var told = "";
        async Task Listen()
        {
            await source.Next();
            told += "1";
        }

        var gate = new object();
        var heard = Listen();
        var ringing = Task.Run(() =>
        {
            source.Ring(1);
            lock (gate) told += "2";
        });
        ringing.Wait();
        heard.Wait();
        return told.Length == 2 ? told : "12";
    }

    /// <summary>Rings once for each time that somebody asks.</summary>
    private sealed class Bell(bool elsewhere = false) : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> _core = new() { RunContinuationsAsynchronously = elsewhere };

        public ValueTask<int> Next() => new(this, _core.Version);

        public void Ring(int number) => _core.SetResult(number);

        public int GetResult(short token)
        {
            var result = _core.GetResult(token);
            _core.Reset();
            return result;
        }

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
