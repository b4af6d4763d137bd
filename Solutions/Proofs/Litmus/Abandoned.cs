namespace Proofs.Litmus;

/// <summary>
/// What a thread leaves locked that has come to its end: .NET gives none of it back, and only a mutex tells the next
/// one what has happened.
/// </summary>
internal static class Abandoned
{
    [Litmus("False")]
    private static string A_monitor()
    {
        var pan = new object();
        Crew.Alone(() => Monitor.Enter(pan));
        return $"{Monitor.TryEnter(pan)}";
    }

    [Litmus("deadlock")]
    private static string A_monitor_that_is_waited_for()
    {
        var pan = new object();
        Crew.Alone(() => Monitor.Enter(pan));
        lock (pan) return "done";
    }

    [Litmus("SynchronizationLockException")]
    private static string A_monitor_that_another_one_gives_back()
    {
        var pan = new object();
        Crew.Alone(() => Monitor.Enter(pan));
        return Crew.Try(() => Monitor.Exit(pan));
    }

    [Litmus("False,False")]
    private static string A_lock_of_the_new_kind()
    {
        var pan = new Lock();
        Crew.Alone(pan.Enter);
        return $"{pan.TryEnter()},{pan.IsHeldByCurrentThread}";
    }

    [Litmus("False,True,False")]
    private static string A_spin_lock()
    {
        var pan = new SpinLock(enableThreadOwnerTracking: true);
        Crew.Alone(() =>
        {
            var taken = false;
            pan.Enter(ref taken);
        });
        var got = false;
        pan.TryEnter(ref got);
        return $"{got},{pan.IsHeld},{pan.IsHeldByCurrentThread}";
    }

    [Litmus("AbandonedMutexException,True")]
    private static string A_mutex()
    {
        var pan = new Mutex();
        Crew.Alone(() => pan.WaitOne());
        var first = Crew.Try(() => pan.WaitOne());
        return $"{first},{pan.WaitOne(0)}";
    }

    [Litmus("False,False,1")]
    private static string A_reader_writer_lock()
    {
        var read = new ReaderWriterLockSlim();
        var written = new ReaderWriterLockSlim();
        Crew.Alone(() =>
        {
            read.EnterReadLock();
            written.EnterWriteLock();
        });
        return $"{read.TryEnterWriteLock(0)},{written.TryEnterReadLock(0)},{read.CurrentReadCount}";
    }

    [Litmus("False")]
    private static string A_slot_of_a_semaphore()
    {
        var pan = new SemaphoreSlim(1);
        Crew.Alone(pan.Wait);
        return $"{pan.Wait(0)}";
    }
}
