namespace Proofs.Golden.Scenes;

/// <summary>Live: an exception on a thread, and what was printed before.</summary>
public class RudeGuest
{
    [Scene(Patience = 20)]
    public void A_rude_guest_does_not_stop_the_kitchen()
    {
        using var never = new ManualResetEventSlim();
        var waiter = new Thread(() => Serve("noise")) { Name = "waiter" };

        waiter.Start();
        never.Wait();
    }

    private static void Serve(string order)
    {
        Console.WriteLine($"the guest says {order}");
        if (order == "noise")
        {
            throw new FormatException("This is no order.");
        }
    }
}
