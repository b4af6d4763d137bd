using System.Threading.Channels;
using Proofs.Oracle.Unwoven;

namespace Proofs.Oracle;

/// <summary>Executes the current script with real threads and locks, in plain C# that Sensei weaves like any other.</summary>
internal static class Machine
{
    private const string Mark = "!", Woken = "~", Nothing = "-";
    private static int s_third;

    /// <summary>Performs the script from beginning to end.</summary>
    public static string Perform()
    {
        var stage = new Stage(
            static count => new SemaphoreSlim(count, Script.SemaphoreMost),
            static number => number == Script.NarrowChannel ? Channel.CreateBounded<int>(1) : Channel.CreateUnbounded<int>());
        for (var i = 1; i < stage.Threads; i++)
        {
            var thread = new Thread(new ParameterizedThreadStart(Play));
            stage.Enlist(i, thread);
            thread.Start(new Role(stage, i));
        }

        Play(new Role(stage, 0));
        for (var i = 1; i < stage.Threads; i++) stage.Thread(i).Join();
        return stage.Outcome(stage.Cell.Value, stage.Slots[1], s_third);
    }

    private static void Play(object? role)
    {
        var (stage, me) = (Role)role!;
        var end = stage.Length(me);
        for (var i = 0; i < end; i++) i += Try(stage, me, stage.At(me, i));
    }

    // What is skipped where a lock is not taken is skipped where the thread was interrupted instead.
    private static int Try(Stage stage, int me, Op op)
    {
        try
        {
            return Do(stage, me, op);
        }
        catch (ThreadInterruptedException)
        {
            stage.Log(me, Woken);
            return op.Verb == Verb.EnterFor ? op.Value : 0;
        }
    }

    // Answers how many operations are to be skipped.
    private static int Do(Stage stage, int me, Op op)
    {
        switch (op.Verb)
        {
            case Verb.Enter:
                Monitor.Enter(stage.Lock(op.On));
                return 0;
            case Verb.SpinEnter:
                while (!Monitor.TryEnter(stage.Lock(op.On))) Thread.Yield();
                return 0;
            case Verb.TryEnter:
                return Log(stage, me, Monitor.TryEnter(stage.Lock(op.On))) ? 0 : op.Value;
            case Verb.EnterFor:
                return Log(stage, me, Monitor.TryEnter(stage.Lock(op.On), 10)) ? 0 : op.Value;
            case Verb.Exit or Verb.Wait or Verb.WaitFor or Verb.Pulse or Verb.PulseAll:
                DoWithLock(stage, me, op);
                return 0;
            case Verb.Take or Verb.TryTake or Verb.TakeFor or Verb.Give:
                DoWithSemaphore(stage, me, op);
                return 0;
            case Verb.Put or Verb.PutWhenRoom or Verb.Fetch or Verb.FetchWhenThere or Verb.Close:
                DoWithChannel(stage, me, op);
                return 0;
            case Verb.WriteLater:
                Later(stage, new Errand(stage, op with { Verb = Verb.Write }).Write);
                return 0;
            case Verb.GiveLater:
                Later(stage, new Errand(stage, op).Give);
                return 0;
            case Verb.Interrupt:
                stage.Thread(op.On).Interrupt();
                return 0;
            case Verb.Join:
                stage.Thread(op.On).Join();
                return 0;
            case Verb.JoinFor:
                Log(stage, me, stage.Thread(op.On).Join(10));
                return 0;
            case Verb.IsAlive:
                Log(stage, me, stage.Thread(op.On).IsAlive);
                return 0;
            case Verb.Sleep:
                Thread.Sleep(1);
                return 0;
            default:
                DoWithMemory(stage, me, op);
                return 0;
        }
    }

    private static void DoWithLock(Stage stage, int me, Op op)
    {
        var gate = stage.Lock(op.On);
        try
        {
            switch (op.Verb)
            {
                case Verb.Exit:
                    Monitor.Exit(gate);
                    break;
                case Verb.Wait:
                    Monitor.Wait(gate);
                    break;
                case Verb.WaitFor:
                    Log(stage, me, Monitor.Wait(gate, 10));
                    break;
                case Verb.Pulse:
                    Monitor.Pulse(gate);
                    break;
                case Verb.PulseAll:
                    Monitor.PulseAll(gate);
                    break;
            }
        }
        catch (SynchronizationLockException)
        {
            stage.Log(me, Mark);
        }
    }

    private static void DoWithSemaphore(Stage stage, int me, Op op)
    {
        var semaphore = stage.Semaphore(op.On);
        switch (op.Verb)
        {
            case Verb.Take:
                semaphore.Wait();
                break;
            case Verb.TryTake:
                Log(stage, me, semaphore.Wait(0));
                break;
            case Verb.TakeFor:
                Log(stage, me, semaphore.Wait(10));
                break;
            case Verb.Give:
                try
                {
                    stage.Log(me, $"{semaphore.Release()}");
                }
                catch (SemaphoreFullException)
                {
                    stage.Log(me, Mark);
                }

                break;
        }
    }

    // No lambdas: what they capture would be fields, and every use of them a step.
    private static void Later(Stage stage, TimerCallback errand) => stage.Keep(new Timer(errand, null, 10, Timeout.Infinite));

    private static void DoWithChannel(Stage stage, int me, Op op)
    {
        var channel = stage.Channel(op.On);
        try
        {
            switch (op.Verb)
            {
                case Verb.Put:
                    Log(stage, me, channel.Writer.TryWrite(op.Value));
                    break;
                case Verb.PutWhenRoom:
                    channel.Writer.WriteAsync(op.Value).AsTask().Wait();
                    break;
                case Verb.Fetch:
                    stage.Log(me, channel.Reader.TryRead(out var item) ? $"{item}" : Nothing);
                    break;
                case Verb.FetchWhenThere:
                    stage.Log(me, $"{channel.Reader.ReadAsync().AsTask().Result}");
                    break;
                case Verb.Close:
                    Log(stage, me, channel.Writer.TryComplete());
                    break;
            }
        }
        catch (AggregateException error) when (error.InnerException is ChannelClosedException)
        {
            stage.Log(me, Mark);
        }
    }

    // The three variables lie in the three kinds of place: a field, an element, a static.
    private static void DoWithMemory(Stage stage, int me, Op op)
    {
        switch (op.On)
        {
            case 0:
                DoWithMemory(stage, me, op, ref stage.Cell.Value);
                break;
            case 1:
                DoWithMemory(stage, me, op, ref stage.Slots[1]);
                break;
            default:
                DoWithStatic(stage, me, op);
                break;
        }
    }

    private static void DoWithMemory(Stage stage, int me, Op op, ref int place)
    {
        switch (op.Verb)
        {
            case Verb.Read:
                stage.Log(me, $"{place}");
                break;
            case Verb.Write:
                place = op.Value;
                break;
            case Verb.Increment:
                place++;
                break;
            case Verb.AtomicIncrement:
                stage.Log(me, $"{Interlocked.Increment(ref place)}");
                break;
            case Verb.CompareExchange:
                stage.Log(me, $"{Interlocked.CompareExchange(ref place, op.Value, 0)}");
                break;
            case Verb.SpinUntil when op.Value == 1:
                while (place == 0) Thread.Sleep(1);
                break;
            case Verb.SpinUntil:
                while (place == 0)
                {
                }

                break;
        }
    }

    private static void DoWithStatic(Stage stage, int me, Op op)
    {
        switch (op.Verb)
        {
            case Verb.Read:
                stage.Log(me, $"{s_third}");
                break;
            case Verb.Write:
                s_third = op.Value;
                break;
            case Verb.Increment:
                s_third++;
                break;
            case Verb.AtomicIncrement:
                stage.Log(me, $"{Interlocked.Increment(ref s_third)}");
                break;
            case Verb.CompareExchange:
                stage.Log(me, $"{Interlocked.CompareExchange(ref s_third, op.Value, 0)}");
                break;
            case Verb.SpinUntil:
                while (s_third == 0) Thread.Yield();
                break;
        }
    }

    private static bool Log(Stage stage, int me, bool answer)
    {
        stage.Log(me, answer ? "T" : "F");
        return answer;
    }

    private sealed class Errand(Stage stage, Op op)
    {
        private readonly Stage _stage = stage;
        private readonly Op _op = op;

        public void Write(object? state) => DoWithMemory(_stage, 0, _op);

        public void Give(object? state)
        {
            try
            {
                _stage.Semaphore(_op.On).Release();
            }
            catch (SemaphoreFullException)
            {
                // as good as given
            }
        }
    }
}
