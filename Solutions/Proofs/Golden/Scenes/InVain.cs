namespace Proofs.Golden.Scenes;

/// <summary>Live: what is waited for does not come.</summary>
public class InVain
{
    private readonly SemaphoreSlim _table = new(1);
    private readonly SemaphoreSlim _gate = new(0);

    [Scene(Patience = 2, Expects = "a seat for Bob while Alice is still eating")]
    public void A_slow_guest_does_not_hold_up_the_next()
    {
        var alice = new Thread(() => Dine(() => _gate.Wait())) { Name = "Alice" };
        var bob = new Thread(() => Dine(() => { })) { Name = "Bob" };

        alice.Start();
        SpinWait.SpinUntil(() => _table.CurrentCount == 0);
        bob.Start();
        bob.Join();
        _gate.Release();
        alice.Join();
    }

    private void Dine(Action eat)
    {
        _table.Wait();
        eat();
        _table.Release();
    }
}
