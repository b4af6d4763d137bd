namespace Koans.Chance;

public class AboutChance
{
    private static readonly List<int> s_seen = [];
    private static int s_count;

    private int _left;
    private int _right;

    // Met.
    [Koan]
    public void A_static_field_begins_every_order_anew()
    {
        Twice(() => Interlocked.Increment(ref s_count));
        s_count.Should().Be(2);
    }

    // Met.
    [Koan]
    public void A_static_list_begins_every_order_anew()
    {
        Twice(() =>
        {
            lock (s_seen)
            {
                s_seen.Add(1);
            }
        });
        s_seen.Should().HaveCount(2);
    }

    // Says: while it calls Random.Shared
    [Koan]
    public void A_random_number_decides()
    {
        Twice(() => Touch(Random.Shared.Next()));
    }

    // Says: while it calls Random;
    [Koan]
    public void A_random_number_is_written()
    {
        _left = new Random().Next();
        _left.Should().BeGreaterThanOrEqualTo(0);
    }

    // Says: while it calls Random.Shared
    [Koan]
    public void A_random_number_fails_now_and_then() =>
        Random.Shared.Next(2).Should().Be(0);

    // Says: while it calls Guid.NewGuid
    [Koan]
    public void A_new_guid_decides() => Twice(() => Touch(Guid.NewGuid().GetHashCode()));

    // Met.
    [Koan]
    public void A_clock_decides() => Twice(() => Touch((int)(DateTime.Now.Ticks / 7)));

    // Says: something besides the threads decides
    [Koan]
    public void The_identity_of_an_object_decides() => Twice(() => Touch(new object().GetHashCode()));

    // Met.
    [Koan]
    public void The_hash_code_of_a_text_is_the_same_in_every_order() => Twice(() => Touch("soup".GetHashCode()));

    private static void Twice(Action action)
    {
        var alice = new Thread(() => action()) { Name = "Alice" };
        var bob = new Thread(() => action()) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    private void Touch(int number)
    {
        for (var i = 0; i < 3; i++)
        {
            if ((number >> i & 1) == 0)
            {
                _left++;
            }
            else
            {
                _right++;
            }
        }
    }
}
