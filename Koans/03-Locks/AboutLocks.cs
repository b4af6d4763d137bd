namespace Koans.Locks;

public class AboutLocks
{
    [Koan]
    public void One_pan_one_dish_at_a_time()
    {
        var pan = new FryingPan();
        var fried = 0;
        var alice = new Thread(() =>
        {
            pan.Cook("egg", () => fried++);
            pan.Cook("fish", () => fried++);
        })
        { Name = "Alice" };
        var bob = new Thread(() => pan.Cook("toast", () => fried++)) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        fried.Should().Be(3, "dishes that are in the pan at the same time spoil each other");
    }

    [Koan]
    public void A_burnt_dish_gives_the_pan_back()
    {
        var pan = new FryingPan();
        var aliceKnows = false;
        var fried = 0;
        var alice = new Thread(() =>
        {
            try
            {
                pan.Cook("toast", () => throw new InvalidOperationException("The toast is burnt."));
            }
            catch (Exception)
            {
                aliceKnows = true;
            }

            pan.Cook("soup", () => fried++);
        })
        { Name = "Alice" };
        var bob = new Thread(() => pan.Cook("egg", () => fried++)) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        aliceKnows.Should().BeTrue("her toast burnt, and that is hers to hear");
        fried.Should().Be(2, "the pan is given back once, so it still holds one dish at a time");
        pan.Done.Should().HaveCount(2, "soup and egg are done and the toast is not");
    }

    [Koan(ForbidDataRaces = true)]
    public void The_waiter_may_look_while_the_pan_is_busy()
    {
        var pan = new FryingPan();
        IReadOnlyList<string>? seen = null;
        var carol = new Thread(() => seen = pan.Done) { Name = "Carol" };
        var alice = new Thread(() =>
        {
            pan.Cook("egg", () => { });
            pan.Cook("fish", () =>
            {
                // The fish stays in the pan until the waiter has looked.
                carol.Start();
                carol.Join();
            });
        })
        { Name = "Alice" };

        alice.Start();
        var glance = pan.Done.Count;
        alice.Join();

        glance.Should().BeLessThan(3, "there are two dishes");
        seen.Should().Equal(["egg"], "the fish was still in the pan when Carol looked");
        pan.Done.Should().Equal(["egg", "fish"], "the fish is done now");
    }
}
