using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Two count, and a third waits for both and checks the count.</summary>
internal sealed class LostUpdate
{
    private int _count;

    public static string Buggy()
    {
        var it = new LostUpdate();
        return it.Run(() => it._count++);
    }

    public static string Corrected()
    {
        var it = new LostUpdate();
        return it.Run(() => Interlocked.Increment(ref it._count));
    }

    private string Run(ThreadStart add)
    {
        var one = new Thread(add);
        var two = new Thread(add);
        var checker = new Thread(() =>
        {
            one.Join();
            two.Join();
            Assert.That(_count == 2);
        });
        one.Start();
        two.Start();
        checker.Start();
        checker.Join();
        return "fine";
    }
}
