using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Proofs.Litmus;

/// <summary>
/// What a debugger needs: a token runs a koan once, in its order and no other, line by line, and the twin's code knows the
/// lines of the source and is not optimised away from them. <see cref="Debugging.DebuggerProofs"/> tries it with one.
/// </summary>
public class DebuggingTests
{
    private const string Visits = "DebuggingTests: visits";

    [Fact]
    public void A_token_runs_a_koan_once_and_in_its_order()
    {
        var koan = typeof(Cooks).GetMethod(nameof(Cooks.Count_every_plate))!;
        var token = Judge.Try(koan, options: new KoanOptions()).Token;
        AppDomain.CurrentDomain.SetData(Visits, "");

        var verdict = Judge.Replay(koan, token, new KoanOptions());

        verdict.Kind.Should().Be(Sensei.Records.VerdictKind.WrongResult);
        // the one plate that is lost: Alice looks, and comes to her next line only when it is her turn, which is after Bob
        AppDomain.CurrentDomain.GetData(Visits).Should().Be("begin Bob Alice end ");
    }

    [Fact]
    public void Woven_code_stands_in_the_file_and_line_of_its_source()
    {
        var (file, line) = Source();

        Explore.Outcomes(Here).Outcomes.Should().Equal($"{file}:{line}");
    }

    [Fact]
    public void Woven_code_is_as_easy_to_step_through_as_the_original()
    {
        var twin = Sensei.Weaving.Twin.Of(typeof(DebuggingTests).Assembly).Type(typeof(DebuggingTests).FullName!).Assembly;

        Flags(twin).Should().Be(Flags(typeof(DebuggingTests).Assembly));

        static DebuggableAttribute.DebuggingModes? Flags(System.Reflection.Assembly assembly) =>
            assembly.GetCustomAttributes(typeof(DebuggableAttribute), false).Cast<DebuggableAttribute>().SingleOrDefault()?.DebuggingFlags;
    }

    private static (string File, int Line) Source([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        (file, line + LinesBetween);

    // from where Source is called to where the frame is taken, further down
    private const int LinesBetween = 26;

    private static string Here()
    {
        var n = 0;
        Crew.Together(() => n++);
        var frame = new StackTrace(fNeedFileInfo: true).GetFrame(0)!;
        return $"{frame.GetFileName()}:{frame.GetFileLineNumber()}";
    }

    /// <summary>A koan that says when it is where.</summary>
    public class Cooks
    {
        private int _plates;

        /// <summary>The koan.</summary>
        public void Count_every_plate()
        {
            Say("begin");
            var alice = new Thread(Add) { Name = "Alice" };
            var bob = new Thread(Add) { Name = "Bob" };
            alice.Start();
            bob.Start();
            alice.Join();
            bob.Join();
            Say("end");
            _plates.Should().Be(2);
        }

        private void Add()
        {
            var seen = _plates;
            Say(Thread.CurrentThread.Name!);
            _plates = seen + 1;
        }

        // no step, so that it changes no order
        private static void Say(string what) =>
            AppDomain.CurrentDomain.SetData(Visits, $"{AppDomain.CurrentDomain.GetData(Visits)}{what} ");
    }
}
