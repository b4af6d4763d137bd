using System.Collections.Concurrent;

namespace Proofs.Golden.Scenes;

/// <summary>A wrong result with tasks that are lambdas: they go by the method they stand in, and what they are merely given is not told.</summary>
public class TwoInHand
{
    [Scene]
    public void One_waiter_has_one_order_in_hand()
    {
        var inHand = 0;
        var isCrowded = false;

        ServeAll(["tea", "milk"], order =>
        {
            if (Interlocked.Increment(ref inHand) > 1)
            {
                isCrowded = true;
            }

            Interlocked.Decrement(ref inHand);
            return $"hot {order}";
        });

        isCrowded.Should().BeFalse("one waiter has one order in hand and never two");
    }

    private static void ServeAll(string[] orders, Func<string, string> serve)
    {
        var dishes = new ConcurrentBag<string>();
        Task.WaitAll([.. orders.Select(order => Task.Run(() => dishes.Add(serve(order))))]);
    }
}
