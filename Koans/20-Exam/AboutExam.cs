namespace Koans.Exam;

// Eleven questions. The answers go into the files they are named after; what is true is found out by trying.
public class AboutExam
{
    [LiveKoan(IsQuestion = true)]
    public void You_know_what_a_thread_shares()
    {
        var rightAnswers = Marks.Count(
            WhatThreadsShare.AStaticField == IsSeen(Sharing.StaticField),
            WhatThreadsShare.AFieldOfOneObject == IsSeen(Sharing.Field),
            WhatThreadsShare.ALocalOfTheMethodBothRun == IsSeen(Sharing.Local),
            WhatThreadsShare.ALocalThatBothLambdasUse == IsSeen(Sharing.CapturedLocal),
            WhatThreadsShare.AThreadStaticField == IsSeen(Sharing.ThreadStaticField),
            WhatThreadsShare.AStaticFieldInAnotherProcess == (Sharing.AnotherProcess() == "seen"));

        rightAnswers.Should().Be(6);

        static bool IsSeen(Func<string> program) => Marks.Outcomes(program).SetEquals(["seen"]);
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_which_tool_serves_what()
    {
        var rightAnswers = Marks.Count(
            Marks.Outcomes(() => Tools.OneAtThePan(WhichTool.OneAtThePan)).SetEquals(["1 at most"]),
            Marks.Outcomes(() => Tools.TwoAtTheStove(WhichTool.TwoAtTheStove)).SetEquals(["1 at most", "2 at most"]),
            Marks.Outcomes(() => Tools.ManyReadOneWrites(WhichTool.ManyReadOneWrites)).SetEquals(["together", "one by one"]),
            Marks.Outcomes(() => Tools.TheStartingGun(WhichTool.TheStartingGun)).SetEquals(["all off"]),
            Marks.Outcomes(() => Tools.OneGuestPerRing(WhichTool.OneGuestPerRing)).SetEquals(["1 in"]),
            Marks.Outcomes(() => Tools.BothPartsAreDone(WhichTool.BothPartsAreDone)).SetEquals(["2 done"]));

        rightAnswers.Should().Be(6);
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_what_freezes_a_window()
    {
        var rightAnswers = Marks.Count(
            FrozenWindow.StartsAThread == Freezes(Window.StartsAThread),
            FrozenWindow.AwaitsATask == Freezes(Window.AwaitsATask),
            FrozenWindow.AsksForTheResult == Freezes(Window.AsksForTheResult),
            FrozenWindow.IsOnlyMarkedAsync == Freezes(Window.IsOnlyMarkedAsync));

        rightAnswers.Should().Be(4);

        static bool Freezes(Func<string> handler) => Marks.Outcomes(handler).Contains("deadlock");
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_a_start_from_a_call()
    {
        var rightAnswers = Marks.Count(
            Marks.Outcomes(Starting.StartIsCalled).SetEquals([$"{StartOrCall.StartIsCalled}"]),
            Marks.Outcomes(Starting.TheMethodItselfIsCalled).SetEquals([$"{StartOrCall.TheMethodItselfIsCalled}"]),
            Marks.Outcomes(Starting.NothingIsCalled).SetEquals([$"{StartOrCall.NothingIsCalled}"]),
            Marks.Outcomes(Starting.ASecondStart).SetEquals([$"{StartOrCall.ASecondStart}"]),
            Leads(StartOrCall.AliceIsFirst, "Alice"),
            Leads(StartOrCall.MainIsFirst, "main"));

        rightAnswers.Should().Be(6);

        static bool Leads(string[]? order, string first) => order is null
            ? !Marks.Outcomes(Starting.BothGreet).Contains(first)
            : Marks.Outcome(Starting.BothGreet, order) == first;
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_all_that_can_be_printed()
    {
        (Func<string> Program, Dictionary<string, string[]> Answers)[] questions =
        [
            (Printing.WithoutJoin, WhatIsPrinted.WithoutJoin),
            (Printing.WithJoin, WhatIsPrinted.WithJoin),
            (Printing.OneIsJoined, WhatIsPrinted.OneIsJoined),
        ];
        var printable = questions.Sum(question => Marks.Outcomes(question.Program).Count);
        var rightAnswers = questions.Sum(question => question.Answers.DistinctBy(answer => answer.Key).Count(answer => Marks.Outcome(question.Program, answer.Value) == answer.Key));
        var wrongAnswers = questions.Sum(question => question.Answers.Count) - rightAnswers;

        wrongAnswers.Should().Be(0, "each of the orders must lead to what it stands for");
        rightAnswers.Should().Be(printable, "that is how many there are in all");
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_how_a_program_ends()
    {
        var fates = Endings.Of(
            Endings.AHeartbeatInTheForeground,
            Endings.AWriterInTheBackground,
            Endings.AnExceptionOnAThread,
            Endings.AnExceptionInAForgottenTask);
        var rightAnswers = Marks.Count(
            HowItEnds.AHeartbeatInTheForeground == fates[0],
            HowItEnds.AWriterInTheBackground == fates[1],
            HowItEnds.AnExceptionOnAThread == fates[2],
            HowItEnds.AnExceptionInAForgottenTask == fates[3]);

        rightAnswers.Should().Be(4);
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_how_long_it_takes()
    {
        var rightAnswers = Marks.Count(
            Takes(Time.WaitingWith1Worker, HowLongItTakes.WaitingWith1Worker),
            Takes(Time.WaitingWith2Workers, HowLongItTakes.WaitingWith2Workers),
            Takes(Time.WaitingWith5Workers, HowLongItTakes.WaitingWith5Workers),
            Takes(Time.ComputingWith1Worker, HowLongItTakes.ComputingWith1Worker),
            Takes(Time.ComputingWith2Workers, HowLongItTakes.ComputingWith2Workers),
            Takes(Time.ComputingWith5Workers, HowLongItTakes.ComputingWith5Workers));

        rightAnswers.Should().Be(6);

        static bool Takes(Func<string> program, int seconds) => Marks.Outcomes(program).SetEquals([$"{seconds}"]);
    }

    [LiveKoan(IsQuestion = true)]
    public void You_can_name_the_problem()
    {
        var rightAnswers = Marks.Count(
            IsRight(Snippets.TheLastTable, NameTheProblem.TheLastTable),
            IsRight(Snippets.TheMenu, NameTheProblem.TheMenu),
            IsRight(Snippets.TheBell, NameTheProblem.TheBell),
            IsRight(Snippets.TheNarrowDoor, NameTheProblem.TheNarrowDoor),
            IsRight(Snippets.TheOven, NameTheProblem.TheOven),
            IsRight(Snippets.TheTwoPans, NameTheProblem.TheTwoPans));

        rightAnswers.Should().Be(6);

        static bool IsRight(Func<string> snippet, (Problem Problem, string[] Order) answer) => answer.Problem == Problem.Fine
            ? Marks.Outcomes(snippet, forbidDataRaces: true).SetEquals(["right"])
            : Marks.Outcome(snippet, answer.Order, forbidDataRaces: true) == answer.Problem switch
            {
                Problem.DataRace => "data race",
                Problem.Race => "wrong",
                Problem.Deadlock => "deadlock",
                Problem.Livelock => "livelock",
                _ => "lost wake-up",
            };
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_what_is_one_step()
    {
        var rightAnswers = Marks.Count(
            IsRight(Atoms.AnIntIsWritten, WhatIsAtomic.AnIntIsWritten),
            IsRight(Atoms.ALongIsWritten, WhatIsAtomic.ALongIsWritten),
            IsRight(Atoms.ADecimalIsWritten, WhatIsAtomic.ADecimalIsWritten),
            IsRight(Atoms.AnIntIsIncremented, WhatIsAtomic.AnIntIsIncremented),
            IsRight(Atoms.AReferenceIsWritten, WhatIsAtomic.AReferenceIsWritten),
            IsRight(Atoms.AListIsAddedTo, WhatIsAtomic.AListIsAddedTo),
            IsRight(Atoms.TryAddOfAConcurrentDictionary, WhatIsAtomic.TryAddOfAConcurrentDictionary),
            IsRight(Atoms.IncrementInAConcurrentDictionary, WhatIsAtomic.IncrementInAConcurrentDictionary));

        rightAnswers.Should().Be(8);

        static bool IsRight(Func<string> program, string[]? order) => order is null
            ? Marks.Outcomes(program).SetEquals(["whole"])
            : Marks.Outcome(program, order) == "torn";
    }

    [LiveKoan(IsQuestion = true)]
    public void You_know_what_three_workers_can_do()
    {
        var inHand = Marks.Outcomes(Workers.InHand).Select(int.Parse).ToList();
        var rightAnswers = Marks.Count(
            ThreeWorkers.MostInHandAtTheBusiestMoment == inHand.Max(),
            ThreeWorkers.FewestInHandAtTheBusiestMoment == inHand.Min(),
            ThreeWorkers.OrdersOfFinishing == Marks.Outcomes(Workers.Finished).Count,
            ThreeWorkers.OrdersOfResults == Marks.Outcomes(Workers.Results).Count,
            Marks.Outcome(Workers.Finished, ThreeWorkers.TheLastIsFirst).StartsWith("cake", StringComparison.Ordinal),
            Marks.Outcome(Workers.InHand, ThreeWorkers.OneByOne) == "1");

        rightAnswers.Should().Be(6);
    }

    [LiveKoan(IsQuestion = true)]
    public void Your_check_catches_the_bugs()
    {
        var accepted = Marks.Count(
            Holds(() => $"{AccountCheck.Holds(new Counter(new WithOneLock()))}"),
            Holds(() => $"{AccountCheck.Holds(new Counter(new WithASemaphore()))}"),
            Holds(() => $"{AccountCheck.Holds(new Counter(new WithCompareExchange()))}"));
        var caught = Marks.Count(
            Fails(() => $"{AccountCheck.Holds(new Counter(new WithoutALockToDeposit()))}"),
            Fails(() => $"{AccountCheck.Holds(new Counter(new ThatDecidesOutside()))}"),
            Fails(() => $"{AccountCheck.Holds(new Counter(new WithTwoLocks()))}"),
            Fails(() => $"{AccountCheck.Holds(new Counter(new ThatForgetsToUnlock()))}"),
            Fails(() => $"{AccountCheck.Holds(new Counter(new ThatGivesUp()))}"),
            Fails(() => $"{AccountCheck.Holds(new Counter(new ThatShowsHalfOfIt()))}"));

        accepted.Should().Be(3, "so many of the nine accounts are right, whatever the order");
        caught.Should().Be(6, "so many of them are broken, each in another way");

        static bool Holds(Func<string> check) => Marks.Outcomes(check).SetEquals(["True"]);

        static bool Fails(Func<string> check) => Marks.Outcomes(check).Overlaps(["False", "deadlock", "livelock"]);
    }
}
