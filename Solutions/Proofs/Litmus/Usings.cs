using System.Collections.Concurrent;

namespace Proofs.Litmus;

/// <summary>The end of a <c>using</c> is a step: others may come before it, and find it over.</summary>
internal static class Usings
{
    [Litmus("fine", "ObjectDisposedException")]
    private static string A_semaphore() => AfterTheEnd(new SemaphoreSlim(1), places => places.Wait());

    [Litmus("fine", "ObjectDisposedException")]
    private static string An_event() => AfterTheEnd(new ManualResetEventSlim(true), gate => gate.Reset());

    [Litmus("fine", "ObjectDisposedException")]
    private static string A_handle() => AfterTheEnd(new ManualResetEvent(true), gate => gate.Set());

    [Litmus("fine", "ObjectDisposedException")]
    private static string A_countdown() => AfterTheEnd(new CountdownEvent(1), countdown => countdown.Signal());

    [Litmus("fine", "ObjectDisposedException")]
    private static string A_barrier() => AfterTheEnd(new Barrier(1), barrier => barrier.SignalAndWait());

    [Litmus("fine", "ObjectDisposedException")]
    private static string A_reader_writer_lock() => AfterTheEnd(new ReaderWriterLockSlim(), shelf =>
    {
        shelf.EnterReadLock();
        shelf.ExitReadLock();
    });

    [Litmus("fine", "ObjectDisposedException")]
    private static string A_source_of_cancellation() => AfterTheEnd(new CancellationTokenSource(), source => source.Cancel());

    [Litmus("fine", "ObjectDisposedException")]
    private static string A_blocking_collection() => AfterTheEnd(new BlockingCollection<int>(), queue => queue.Add(1));

    // Who waits for a semaphore is not told that it is over.
    [Litmus("deadlock")]
    private static string One_who_waits_when_it_ends()
    {
        var places = new SemaphoreSlim(0);
        var end = "";
        var bob = new Thread(() => end = Crew.Try(places.Wait));
        bob.Start();
        places.Dispose();
        bob.Join();
        return end;
    }

    [Litmus("ObjectDisposedException")]
    private static string Nothing_is_given_back_after_the_end()
    {
        var places = new SemaphoreSlim(1);
        places.Wait();
        places.Dispose();
        return Crew.Try(() => places.Release());
    }

    private static string AfterTheEnd<T>(T resource, Action<T> use)
        where T : class, IDisposable
    {
        var end = "";
        var bob = new Thread(() => end = Crew.Try(() => use(resource)));
        using (IDisposable whole = resource)
        {
            bob.Start();
        }

        bob.Join();
        return end;
    }
}
