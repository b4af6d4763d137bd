namespace Proofs.Golden.Scenes;

/// <summary>A deadlock of five, on locks that are elements of an array.</summary>
public class FiveForks
{
    private readonly object[] _forks = [new(), new(), new(), new(), new()];

    [Scene]
    public void Five_guests_eat_with_five_forks()
    {
        string[] names = ["Alice", "Bob", "Carol", "Dave", "Erin"];
        var guests = new Thread[5];
        for (var i = 0; i < guests.Length; i++)
        {
            var seat = i;
            guests[i] = new Thread(() => Eat(seat)) { Name = names[i] };
        }

        foreach (var guest in guests)
        {
            guest.Start();
        }

        foreach (var guest in guests)
        {
            guest.Join();
        }
    }

    private void Eat(int seat)
    {
        lock (_forks[seat])
        {
            lock (_forks[(seat + 1) % _forks.Length])
            {
            }
        }
    }
}
