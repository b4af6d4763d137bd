using System.Reflection;
using Sensei.Records;
using Sensei.Telling;

namespace Proofs.Golden;

/// <summary>What is known of a verdict as data, for every kind of verdict: it can be written, read and relied upon.</summary>
public class GoldenRecords
{
    /// <summary>The names of all scenes.</summary>
    public static TheoryData<string> Scenes => GoldenStories.Scenes;

    [Fact]
    public void Is_written_as_written()
    {
        var record = RecordOf("LostUpdate") with { Milliseconds = 0 };
        var json = RecordJson.Write(record, Course.Root);

        json.Should().Be(GoldenStories.Written("LostUpdate", json, ".json"));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void What_is_written_is_read_again(string scene)
    {
        var record = RecordOf(scene);
        var json = RecordJson.Write(record, Course.Root);

        var read = RecordJson.Read(json);

        RecordJson.Write(read, Course.Root).Should().Be(json);
        read.Run?.Ending.Should().BeOfType(record.Run!.Ending.GetType());
        json.Should().NotContain(Course.Root, "a record is read on other machines too");
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void What_it_points_at_is_there(string scene)
    {
        var record = RecordOf(scene);
        if (record.Run is not { } run)
        {
            record.Told.Should().BeEmpty();
            record.Reasons.Should().BeEmpty();
            return;
        }

        run.Steps.Select(step => step.Number).Should().Equal(Enumerable.Range(0, run.Steps.Count));
        run.Threads.Select(thread => thread.Id).Should().Equal(Enumerable.Range(0, run.Threads.Count));
        run.Steps.Should().NotContain(step => step.Thread >= run.Threads.Count);
        record.Told.Should().BeInAscendingOrder().And.NotContain(number => number >= run.Steps.Count);
        record.Reasons.Should().NotContain(reason => !record.Told.Contains(reason.Step) || reason.Text.Length == 0);
        record.Sentence.Should().NotBeEmpty().And.NotContain("\n");
        (record.Token.Length > 0).Should().Be(!record.IsLive, "an order can be asked for again, a live run cannot");
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Its_token_leads_to_the_same_end(string scene)
    {
        var record = RecordOf(scene);
        if (record.Run is not { Ending: not (Inconclusive or NotFollowed) })
        {
            return;
        }

        var method = GoldenStories.All[scene];
        var again = Judge.Replay(method, record.Token, method.GetCustomAttribute<SceneAttribute>()!.Options);

        again.Kind.Should().Be(record.Verdict);
        again.Token.Should().Be(record.Token);
        Numbered(again.Story!.Steps).Should().BeEquivalentTo(Numbered(record.Run.Steps), options => options.WithStrictOrdering().ComparingByMembers<StepRecord>());
    }

    /// <summary>The numbers of locations are those of one run: here they come in the order in which the steps speak of them.</summary>
    private static List<StepRecord> Numbered(IEnumerable<StepRecord> steps)
    {
        var numbers = new Dictionary<int, int>() { [-1] = -1 };
        int Number(int location) => numbers.TryGetValue(location, out var number) ? number : numbers[location] = numbers.Count;
        return [.. steps.Select(step => step with { Location = Number(step.Location), Held = [.. step.Held.Select(Number)] })];
    }

    [Fact]
    public void A_change_says_what_was_there_before()
    {
        var steps = RecordOf("LostUpdate").Run!.Steps;

        steps.Where(step => step.Kind == StepKind.Write && step.Target == "_total")
            .Select(step => $"{step.Before} to {step.Value}")
            .Should().Equal("0 to 1", "1 to 1");
    }

    [Fact]
    public void A_koan_that_is_met_has_a_record_too()
    {
        var koan = ((Action)new Fine().Nothing_goes_wrong).Method;
        var verdict = Judge.Try(koan);

        var record = RecordJson.Read(RecordJson.Write(Teller.Record(verdict, GoldenStories.PlaceOf(koan)), Course.Root));

        record.Verdict.Should().Be(VerdictKind.Met);
        record.IsMet.Should().BeTrue();
        record.IsProof.Should().BeTrue();
        record.Orders.Should().Be(2);
        record.Method.Should().Be(nameof(Fine.Nothing_goes_wrong));
        record.Run.Should().BeNull();
        record.Sentence.Should().BeEmpty();
    }

    private static KoanRecord RecordOf(string name)
    {
        MethodInfo scene = GoldenStories.All[name];
        return Teller.Record(GoldenStories.Verdict(scene), GoldenStories.PlaceOf(scene));
    }

    /// <summary>A koan that is met.</summary>
    public class Fine
    {
        public void Nothing_goes_wrong()
        {
            var total = 0;
            var alice = new Thread(() => Interlocked.Increment(ref total));
            alice.Start();
            Interlocked.Increment(ref total);
            alice.Join();
        }
    }
}
