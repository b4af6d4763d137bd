using System.Diagnostics;

namespace Koans.Conditions;

public class AboutConditions
{
    [Koan]
    public void The_chef_does_not_sleep_through_the_bell()
    {
        var pass = new Pass();
        var dish = "nothing";
        var clock = Stopwatch.StartNew();
        var chef = new Thread(() => dish = pass.TakeDish()) { Name = "the chef" };
        var sam = new Thread(() => pass.Prepare("soup")) { Name = "Sam" };

        chef.Start();
        sam.Start();
        chef.Join();
        sam.Join();

        dish.Should().Be("soup", "that is what Sam has put on the pass");
        clock.ElapsedMilliseconds.Should().Be(0, "the chef comes when the bell rings and not when a clock says so");
    }

    [Koan]
    public void The_chef_looks_again_after_waking()
    {
        var pass = new Pass();
        var hers = "nothing";
        var his = "nothing";
        var alice = new Thread(() => hers = pass.TakeDish()) { Name = "Alice" };
        var bob = new Thread(() => his = pass.TakeDish()) { Name = "Bob" };
        var sam = new Thread(() => pass.Prepare("soup")) { Name = "Sam" };

        alice.Start();
        bob.Start();
        sam.Start();
        sam.Join();
        pass.Prepare("salad");
        alice.Join();
        bob.Join();

        new[] { hers, his }.Should().BeEquivalentTo(["soup", "salad"], "there are two dishes for two chefs");
    }

    [Koan]
    public void The_right_one_is_woken()
    {
        var counter = new Counter(capacity: 1);
        var hers = "nothing";
        var his = "nothing";
        var clock = Stopwatch.StartNew();
        var alice = new Thread(() => hers = counter.Take()) { Name = "Alice" };
        var bob = new Thread(() => his = counter.Take()) { Name = "Bob" };
        var sam = new Thread(() =>
        {
            counter.Put("soup");
            counter.Put("salad");
        })
        { Name = "Sam" };

        alice.Start();
        bob.Start();
        sam.Start();
        alice.Join();
        bob.Join();
        sam.Join();

        new[] { hers, his }.Should().BeEquivalentTo(["soup", "salad"], "there are two dishes for two chefs");
        clock.ElapsedMilliseconds.Should().Be(0, "everybody comes when there is something to come for");

        var cakeIsThere = false;
        var tina = new Thread(() =>
        {
            counter.Put("cake");
            cakeIsThere = true;
        })
        { Name = "Tina" };
        counter.Put("fish");
        tina.Start();
        cakeIsThere.Should().BeFalse("there is one place, and the fish is on it");
        counter.TryTake(TimeSpan.FromMinutes(1), out _);
        tina.Join();
    }

    [Koan]
    public void A_chef_with_a_deadline_goes_home_on_time()
    {
        var counter = new Counter(capacity: 1);
        var served = false;
        var home = TimeSpan.Zero;
        var clock = Stopwatch.StartNew();
        var alice = new Thread(() =>
        {
            served = counter.TryTake(TimeSpan.FromMinutes(10), out _);
            home = clock.Elapsed;
        })
        { Name = "Alice" };
        var sam = new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromMinutes(6));
            counter.Put("soup");
            counter.TryTake(TimeSpan.Zero, out _); // if it is still there, he takes it back
        })
        { Name = "Sam" };

        alice.Start();
        sam.Start();
        alice.Join();
        sam.Join();

        home.Should().BeLessThanOrEqualTo(TimeSpan.FromMinutes(10), "Alice has ten minutes and no more");
        (served || home == TimeSpan.FromMinutes(10)).Should().BeTrue("who is not served has waited to the end");

        counter.Put("salad");
        var now = clock.Elapsed;
        counter.TryTake(TimeSpan.FromMinutes(10), out _);

        clock.Elapsed.Should().Be(now, "the salad is there already");
    }
}
