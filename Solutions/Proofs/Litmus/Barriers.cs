namespace Proofs.Litmus;

/// <summary><see cref="Barrier"/>: phases, the action between them, and who takes part.</summary>
internal static class Barriers
{
    [Litmus("1,1")]
    private static string Two_meet()
    {
        var barrier = new Barrier(2);
        int a = 0, b = 0, seenByAlice = 0, seenByBob = 0;
        Crew.Together(
            () =>
            {
                a = 1;
                barrier.SignalAndWait();
                seenByAlice = b;
            },
            () =>
            {
                b = 1;
                barrier.SignalAndWait();
                seenByBob = a;
            });
        return $"{seenByAlice},{seenByBob}";
    }

    [Litmus("1", "2")]
    private static string It_orders_nothing_within_a_phase()
    {
        var barrier = new Barrier(2);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            n++;
            barrier.SignalAndWait();
        }
    }

    [Litmus("done")]
    private static string Two_phases()
    {
        var barrier = new Barrier(2);
        var places = new int[2];
        var wrong = false;
        Crew.Together(() => Work(0), () => Work(1));
        return wrong ? "wrong" : "done";

        void Work(int me)
        {
            for (var phase = 1; phase <= 2; phase++)
            {
                places[me] = phase;
                barrier.SignalAndWait();
                if (places[1 - me] < phase) wrong = true;
                barrier.SignalAndWait();
            }
        }
    }

    [Litmus("deadlock")]
    private static string One_too_few()
    {
        var barrier = new Barrier(3);
        Crew.Together(() => barrier.SignalAndWait(), () => barrier.SignalAndWait());
        return "done";
    }

    [Litmus("deadlock")]
    private static string One_too_many()
    {
        var barrier = new Barrier(2);
        Crew.Together(() => barrier.SignalAndWait(), () => barrier.SignalAndWait(), () => barrier.SignalAndWait());
        return "done";
    }

    [Litmus("2,1")]
    private static string The_action_runs_once_when_all_are_there()
    {
        int arrived = 0, seen = 0, runs = 0;
        var barrier = new Barrier(2, _ =>
        {
            runs++;
            seen = arrived;
        });
        Crew.Together(Arrive, Arrive);
        return $"{seen},{runs}";

        void Arrive()
        {
            Interlocked.Increment(ref arrived);
            barrier.SignalAndWait();
        }
    }

    [Litmus("1,1")]
    private static string Nobody_goes_on_before_the_action_is_over()
    {
        int dish = 0, first = 0, second = 0;
        var barrier = new Barrier(2, _ => dish = 1);
        Crew.Together(
            () =>
            {
                barrier.SignalAndWait();
                first = dish;
            },
            () =>
            {
                barrier.SignalAndWait();
                second = dish;
            });
        return $"{first},{second}";
    }

    [Litmus("Alice", "Bob")]
    private static string The_last_to_arrive_runs_the_action()
    {
        var who = "";
        var barrier = new Barrier(2, _ => who = Thread.CurrentThread.Name!);
        Crew.Together(() => barrier.SignalAndWait(), () => barrier.SignalAndWait());
        return who;
    }

    [Litmus("0,0;1,1;2")]
    private static string The_action_sees_the_phase_that_ends()
    {
        var seen = "";
        var barrier = new Barrier(1, b => seen += $"{b.CurrentPhaseNumber}");
        barrier.SignalAndWait();
        seen += $",{barrier.CurrentPhaseNumber - 1};";
        barrier.SignalAndWait();
        seen += $",{barrier.CurrentPhaseNumber - 1};";
        return $"{seen}{barrier.CurrentPhaseNumber}";
    }

    [Litmus("BarrierPostPhaseException,BarrierPostPhaseException")]
    private static string All_are_told_when_the_action_throws()
    {
        var barrier = new Barrier(2, _ => throw new InvalidOperationException("burnt"));
        string first = "", second = "";
        Crew.Together(() => first = Meet(), () => second = Meet());
        return $"{first},{second}";

        string Meet()
        {
            try
            {
                barrier.SignalAndWait();
                return "fine";
            }
            catch (BarrierPostPhaseException e)
            {
                return e.InnerException is InvalidOperationException ? e.GetType().Name : "something else";
            }
        }
    }

    [Litmus("InvalidOperationException")]
    private static string The_action_may_not_use_its_barrier()
    {
        var barrier = new Barrier(1, b => b.SignalAndWait());
        try
        {
            barrier.SignalAndWait();
            return "fine";
        }
        catch (BarrierPostPhaseException e)
        {
            return e.InnerException!.GetType().Name;
        }
    }

    [Litmus("done")]
    private static string Who_leaves_is_not_waited_for()
    {
        var barrier = new Barrier(2);
        Crew.Together(() => barrier.SignalAndWait(), () => barrier.RemoveParticipant());
        return "done";
    }

    [Litmus("0", "1")]
    private static string Who_leaves_last_runs_the_action()
    {
        var runs = 0;
        var barrier = new Barrier(2, _ => runs++);
        var seen = 0;
        Crew.Together(
            () => barrier.SignalAndWait(0),
            () =>
            {
                barrier.RemoveParticipant();
                seen = runs;
            });
        return $"{seen}";
    }

    [Litmus("deadlock", "done")]
    private static string Who_joins_late_is_waited_for_when_it_is_in_time()
    {
        var barrier = new Barrier(1);
        Crew.Together(() => barrier.SignalAndWait(), () => barrier.AddParticipant());
        return "done";
    }

    [Litmus("0,2", "1,2")]
    private static string AddParticipant_answers_the_phase()
    {
        var barrier = new Barrier(1);
        long joined = -1;
        Crew.Together(
            () => barrier.SignalAndWait(0),
            () => joined = barrier.AddParticipant());
        return $"{joined},{barrier.ParticipantCount}";
    }

    [Litmus("2", "1")]
    private static string ParticipantsRemaining_is_old_news()
    {
        var barrier = new Barrier(2);
        var seen = 0;
        Crew.Together(() => barrier.SignalAndWait(0), () => seen = barrier.ParticipantsRemaining);
        return $"{seen}";
    }

    [Litmus("ArgumentOutOfRangeException")]
    private static string More_leave_than_take_part()
    {
        var barrier = new Barrier(1);
        return Crew.Try(() => barrier.RemoveParticipants(2));
    }

    [Litmus("InvalidOperationException")]
    private static string Nobody_takes_part()
    {
        var barrier = new Barrier(0);
        return Crew.Try(() => barrier.SignalAndWait());
    }

    [Litmus("False,2")]
    private static string Who_gives_up_has_not_arrived()
    {
        var barrier = new Barrier(2);
        var met = barrier.SignalAndWait(10);
        return $"{met},{barrier.ParticipantsRemaining}";
    }

    [Litmus("True,True", "False,False")]
    private static string Two_with_a_time_out()
    {
        var barrier = new Barrier(2);
        bool first = false, second = false;
        Crew.Together(() => first = barrier.SignalAndWait(10), () => second = barrier.SignalAndWait(10));
        return $"{first},{second}";
    }

    [Litmus("True", "deadlock")]
    private static string One_gives_up_and_the_other_waits()
    {
        var barrier = new Barrier(2);
        var met = false;
        Crew.Together(() => met = barrier.SignalAndWait(10), () => barrier.SignalAndWait());
        return $"{met}";
    }

    [Litmus("OperationCanceledException,2")]
    private static string Cancelled_while_waiting()
    {
        var barrier = new Barrier(2);
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => stop.Cancel(), () => seen = Crew.Try(() => barrier.SignalAndWait(stop.Token)));
        return $"{seen},{barrier.ParticipantsRemaining}";
    }

    [Litmus("ObjectDisposedException")]
    private static string Used_after_Dispose()
    {
        var barrier = new Barrier(1);
        barrier.Dispose();
        return Crew.Try(() => barrier.SignalAndWait());
    }
}
