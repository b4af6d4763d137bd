namespace Proofs.Golden.Scenes;

/// <summary>An interrupt ends a sleep, and with it everything up to the handler: also giving back the lock.</summary>
public class CalledAway
{
    private readonly object _stove = new();
    private int _soups;

    [Scene]
    public void Whoever_is_called_away_leaves_the_stove_to_others()
    {
        var alice = new Thread(Simmer) { Name = "Alice" };
        var bob = new Thread(() => TakeOver(alice)) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        _soups.Should().BePositive();
    }

    private void Simmer()
    {
        try
        {
            Monitor.Enter(_stove);
            Thread.Sleep(60_000);
            _soups++;
            Monitor.Exit(_stove);
        }
        catch (ThreadInterruptedException)
        {
            Console.WriteLine("Alice is called away");
        }
    }

    private void TakeOver(Thread cook)
    {
        cook.Interrupt();
        lock (_stove)
        {
            _soups++;
        }
    }
}
