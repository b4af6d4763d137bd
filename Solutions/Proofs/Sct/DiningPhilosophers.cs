using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// Philosophers round a table take the fork on their left and then the one on their right. When all have one, nobody ever
/// eats. In the corrected house everybody takes the fork with the lower number first.
/// </summary>
internal sealed class DiningPhilosophers
{
    private readonly object[] _forks;
    private readonly int[] _meals;

    private DiningPhilosophers(int philosophers)
    {
        _meals = new int[philosophers];
        _forks = new object[philosophers];
        for (var i = 0; i < philosophers; i++)
        {
            _forks[i] = new object();
        }
    }

    public static string Buggy(int philosophers) => new DiningPhilosophers(philosophers).Dine((left, right) => (left, right));

    public static string Corrected(int philosophers) =>
        new DiningPhilosophers(philosophers).Dine((left, right) => (Math.Min(left, right), Math.Max(left, right)));

    private string Dine(Func<int, int, (int First, int Second)> order)
    {
        var all = new ThreadStart[_forks.Length];
        for (var i = 0; i < all.Length; i++)
        {
            var (me, (first, second)) = (i, order(i, (i + 1) % all.Length));
            all[i] = () => Eat(me, _forks[first], _forks[second]);
        }

        Crew.Together(all);
        return _meals.Sum() == all.Length ? "fine" : "somebody has not eaten";
    }

    private void Eat(int me, object first, object second)
    {
        lock (first)
        {
            lock (second)
            {
                _meals[me]++;
            }
        }
    }
}
