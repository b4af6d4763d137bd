namespace Proofs.Litmus;

/// <summary><see cref="ReaderWriterLockSlim"/> in its three modes.</summary>
internal static class ReaderWriterLocks
{
    [Litmus("2")]
    private static string Writers_exclude_each_other()
    {
        var archive = new ReaderWriterLockSlim();
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            archive.EnterWriteLock();
            n++;
            archive.ExitWriteLock();
        }
    }

    [Litmus("1", "2")]
    private static string Readers_do_not_exclude_each_other()
    {
        var archive = new ReaderWriterLockSlim();
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            archive.EnterReadLock();
            n++;
            archive.ExitReadLock();
        }
    }

    [Litmus("0,0", "1,1")]
    private static string A_reader_sees_all_of_a_write_or_nothing()
    {
        var archive = new ReaderWriterLockSlim();
        int a = 0, b = 0;
        var seen = "";
        Crew.Together(
            () =>
            {
                archive.EnterWriteLock();
                a = 1;
                b = 1;
                archive.ExitWriteLock();
            },
            () =>
            {
                archive.EnterReadLock();
                seen = $"{a},{b}";
                archive.ExitReadLock();
            });
        return seen;
    }

    [Litmus("met")]
    private static string Two_readers_meet_inside()
    {
        var archive = new ReaderWriterLockSlim();
        var inside = new Barrier(2);
        Crew.Together(Read, Read);
        return "met";

        void Read()
        {
            archive.EnterReadLock();
            inside.SignalAndWait();
            archive.ExitReadLock();
        }
    }

    [Litmus("deadlock")]
    private static string Two_writers_never_meet_inside()
    {
        var archive = new ReaderWriterLockSlim();
        var inside = new Barrier(2);
        Crew.Together(Write, Write);
        return "met";

        void Write()
        {
            archive.EnterWriteLock();
            inside.SignalAndWait();
            archive.ExitWriteLock();
        }
    }

    [Litmus("deadlock")]
    private static string A_writer_waits_for_every_reader()
    {
        var archive = new ReaderWriterLockSlim();
        archive.EnterReadLock();
        Crew.Alone(() => archive.EnterWriteLock());
        return "done";
    }

    [Litmus("deadlock")]
    private static string A_reader_waits_for_the_writer()
    {
        var archive = new ReaderWriterLockSlim();
        archive.EnterWriteLock();
        Crew.Alone(() => archive.EnterReadLock());
        return "done";
    }

    [Litmus("True", "False")]
    private static string Reading_with_a_time_out()
    {
        var archive = new ReaderWriterLockSlim();
        var taken = false;
        Crew.Together(
            () =>
            {
                archive.EnterWriteLock();
                archive.ExitWriteLock();
            },
            () =>
            {
                taken = archive.TryEnterReadLock(10);
                if (taken) archive.ExitReadLock();
            });
        return $"{taken}";
    }

    [Litmus("True", "False")]
    private static string Writing_if_nobody_is_inside()
    {
        var archive = new ReaderWriterLockSlim();
        var taken = false;
        Crew.Together(
            () =>
            {
                archive.EnterReadLock();
                archive.ExitReadLock();
            },
            () =>
            {
                taken = archive.TryEnterWriteLock(0);
                if (taken) archive.ExitWriteLock();
            });
        return $"{taken}";
    }

    [Litmus("done")]
    private static string Trying_to_write_again_and_again()
    {
        var archive = new ReaderWriterLockSlim();
        Crew.Together(
            () =>
            {
                archive.EnterReadLock();
                archive.ExitReadLock();
            },
            () =>
            {
                while (!archive.TryEnterWriteLock(0))
                {
                }

                archive.ExitWriteLock();
            });
        return "done";
    }

    [Litmus("done")]
    private static string Looking_again_and_again_under_a_read_lock()
    {
        var archive = new ReaderWriterLockSlim();
        var ready = false;
        Crew.Together(
            () =>
            {
                archive.EnterWriteLock();
                ready = true;
                archive.ExitWriteLock();
            },
            () =>
            {
                while (true)
                {
                    archive.EnterReadLock();
                    var seen = ready;
                    archive.ExitReadLock();
                    if (seen) break;
                }
            });
        return "done";
    }

    [Litmus("1", "2")]
    private static string Reading_then_writing_lets_others_in_between()
    {
        var archive = new ReaderWriterLockSlim();
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            archive.EnterReadLock();
            var seen = n;
            archive.ExitReadLock();
            archive.EnterWriteLock();
            n = seen + 1;
            archive.ExitWriteLock();
        }
    }

    [Litmus("2")]
    private static string Upgrading_does_not()
    {
        var archive = new ReaderWriterLockSlim();
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            archive.EnterUpgradeableReadLock();
            var seen = n;
            archive.EnterWriteLock();
            n = seen + 1;
            archive.ExitWriteLock();
            archive.ExitUpgradeableReadLock();
        }
    }

    [Litmus("met")]
    private static string One_that_may_upgrade_meets_readers()
    {
        var archive = new ReaderWriterLockSlim();
        var inside = new Barrier(2);
        Crew.Together(
            () =>
            {
                archive.EnterUpgradeableReadLock();
                inside.SignalAndWait();
                archive.ExitUpgradeableReadLock();
            },
            () =>
            {
                archive.EnterReadLock();
                inside.SignalAndWait();
                archive.ExitReadLock();
            });
        return "met";
    }

    [Litmus("deadlock")]
    private static string Two_that_may_upgrade_never_meet()
    {
        var archive = new ReaderWriterLockSlim();
        var inside = new Barrier(2);
        Crew.Together(Read, Read);
        return "met";

        void Read()
        {
            archive.EnterUpgradeableReadLock();
            inside.SignalAndWait();
            archive.ExitUpgradeableReadLock();
        }
    }

    [Litmus("deadlock")]
    private static string Upgrading_waits_for_the_readers()
    {
        var archive = new ReaderWriterLockSlim();
        archive.EnterReadLock();
        Crew.Alone(() =>
        {
            archive.EnterUpgradeableReadLock();
            archive.EnterWriteLock();
        });
        return "done";
    }

    [Litmus("LockRecursionException")]
    private static string Writing_while_reading()
    {
        var archive = new ReaderWriterLockSlim();
        archive.EnterReadLock();
        return Crew.Try(() => archive.EnterWriteLock());
    }

    [Litmus("LockRecursionException,LockRecursionException,LockRecursionException")]
    private static string Without_recursion_nothing_is_taken_twice()
    {
        return $"{Twice(a => a.EnterReadLock())},{Twice(a => a.EnterWriteLock())},{Twice(a => a.EnterUpgradeableReadLock())}";

        static string Twice(Action<ReaderWriterLockSlim> enter)
        {
            var archive = new ReaderWriterLockSlim();
            enter(archive);
            return Crew.Try(() => enter(archive));
        }
    }

    [Litmus("fine,fine,fine")]
    private static string With_recursion_everything_is()
    {
        return $"{Twice(a => a.EnterReadLock())},{Twice(a => a.EnterWriteLock())},{Twice(a => a.EnterUpgradeableReadLock())}";

        static string Twice(Action<ReaderWriterLockSlim> enter)
        {
            var archive = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
            enter(archive);
            return Crew.Try(() => enter(archive));
        }
    }

    [Litmus("LockRecursionException,LockRecursionException")]
    private static string Even_with_recursion_a_reader_does_not_become_a_writer()
    {
        var archive = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
        archive.EnterReadLock();
        return $"{Crew.Try(() => archive.EnterWriteLock())},{Crew.Try(() => archive.EnterUpgradeableReadLock())}";
    }

    [Litmus("fine,fine,True")]
    private static string With_recursion_a_writer_may_read()
    {
        var archive = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
        archive.EnterWriteLock();
        var read = Crew.Try(() => archive.EnterReadLock());
        var may = Crew.Try(() => archive.EnterUpgradeableReadLock());
        return $"{read},{may},{archive.IsReadLockHeld}";
    }

    [Litmus("False,True")]
    private static string Taken_twice_it_is_free_after_two_exits()
    {
        var archive = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
        archive.EnterWriteLock();
        archive.EnterWriteLock();
        archive.ExitWriteLock();
        var one = IsFree();
        archive.ExitWriteLock();
        return $"{one},{IsFree()}";

        bool IsFree()
        {
            var free = false;
            Crew.Alone(() =>
            {
                free = archive.TryEnterReadLock(0);
                if (free) archive.ExitReadLock();
            });
            return free;
        }
    }

    [Litmus("1,True")]
    private static string A_writer_that_steps_down()
    {
        var archive = new ReaderWriterLockSlim();
        archive.EnterUpgradeableReadLock();
        archive.EnterWriteLock();
        archive.EnterUpgradeableReadLockAgain();
        archive.ExitWriteLock();
        archive.EnterReadLock();
        archive.ExitUpgradeableReadLock();
        return $"{archive.CurrentReadCount},{archive.IsReadLockHeld}";
    }

    private static void EnterUpgradeableReadLockAgain(this ReaderWriterLockSlim archive) =>
        Crew.Try(() => archive.EnterUpgradeableReadLock());

    [Litmus("SynchronizationLockException")]
    private static string Exit_by_another_thread()
    {
        var archive = new ReaderWriterLockSlim();
        var seen = "";
        archive.EnterWriteLock();
        Crew.Alone(() => seen = Crew.Try(() => archive.ExitWriteLock()));
        return seen;
    }

    [Litmus("0", "1")]
    private static string CurrentReadCount_is_old_news()
    {
        var archive = new ReaderWriterLockSlim();
        var seen = 0;
        Crew.Together(() => archive.EnterReadLock(), () => seen = archive.CurrentReadCount);
        return $"{seen}";
    }

    // A writer that waits goes before a reader that comes: here Alice is inside and waits for Carol, who has to wait for Bob.
    [Litmus("done", "deadlock")]
    private static string A_waiting_writer_keeps_new_readers_out()
    {
        var archive = new ReaderWriterLockSlim();
        var bob = new Thread(() =>
        {
            archive.EnterWriteLock();
            archive.ExitWriteLock();
        });
        var carol = new Thread(() =>
        {
            archive.EnterReadLock();
            archive.ExitReadLock();
        });
        archive.EnterReadLock();
        bob.Start();
        carol.Start();
        carol.Join();
        archive.ExitReadLock();
        bob.Join();
        return "done";
    }

    [Litmus("False", "True")]
    private static string A_reader_that_does_not_want_to_wait_goes_away()
    {
        var archive = new ReaderWriterLockSlim();
        var bob = new Thread(() =>
        {
            archive.EnterWriteLock();
            archive.ExitWriteLock();
        });
        var got = false;
        archive.EnterReadLock();
        bob.Start();
        Crew.Alone(() =>
        {
            got = archive.TryEnterReadLock(0);
            if (got) archive.ExitReadLock();
        });
        archive.ExitReadLock();
        bob.Join();
        return $"{got}";
    }

    // One who is inside already is not kept out.
    [Litmus("done")]
    private static string With_recursion_a_reader_inside_goes_on_reading()
    {
        var archive = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
        var bob = new Thread(() =>
        {
            archive.EnterWriteLock();
            archive.ExitWriteLock();
        });
        archive.EnterReadLock();
        bob.Start();
        archive.EnterReadLock();
        archive.ExitReadLock();
        archive.ExitReadLock();
        bob.Join();
        return "done";
    }

    [Litmus("done")]
    private static string A_writer_that_gives_up_lets_readers_in()
    {
        var archive = new ReaderWriterLockSlim();
        var bob = new Thread(() => archive.TryEnterWriteLock(100));
        archive.EnterReadLock();
        bob.Start();
        Crew.Alone(() =>
        {
            archive.EnterReadLock();
            archive.ExitReadLock();
        });
        archive.ExitReadLock();
        bob.Join();
        return "done";
    }

    [Litmus("0", "1")]
    private static string WaitingWriteCount_is_old_news()
    {
        var archive = new ReaderWriterLockSlim();
        var bob = new Thread(() =>
        {
            archive.EnterWriteLock();
            archive.ExitWriteLock();
        });
        archive.EnterReadLock();
        bob.Start();
        var count = archive.WaitingWriteCount;
        archive.ExitReadLock();
        bob.Join();
        return $"{count}";
    }
}
