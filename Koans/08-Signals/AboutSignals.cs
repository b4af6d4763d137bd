using System.Diagnostics;

namespace Koans.Signals;

public class AboutSignals
{
    [Koan(ForbidBusyWaiting = true)]
    public void Everyone_who_waits_starts_when_the_user_signals()
    {
        var today = new Background();
        var tomorrow = new Background();
        var clock = Stopwatch.StartNew();
        var toBegin = new CountdownEvent(2);
        var alice = new Thread(() => today.Run(BeginTogether)) { Name = "Alice" };
        var bob = new Thread(() => today.Run(BeginTogether)) { Name = "Bob" };
        var carol = new Thread(() => tomorrow.Run(() => { })) { Name = "Carol", IsBackground = true };
        var soon = new Background();
        var user = new Thread(soon.Signal) { Name = "the user" };
        var daveBegan = false;
        var erinBegan = false;

        alice.Start();
        bob.Start();
        carol.Start();
        var waiting = toBegin.CurrentCount;
        today.Signal();
        alice.Join();
        bob.Join();
        today.Run(() => daveBegan = true);
        user.Start();
        user.Join();
        soon.Run(() => erinBegan = true);

        waiting.Should().Be(2, "nobody begins before the signal");
        daveBegan.Should().BeTrue("who comes after the signal begins at once");
        erinBegan.Should().BeTrue("it does not matter who made the jobs ready, and who signals");
        clock.ElapsedMilliseconds.Should().Be(0, "nobody waits longer than for the signal");

        void BeginTogether()
        {
            toBegin.Signal();
            toBegin.Wait();
        }
    }
}
