namespace Proofs.Golden.Scenes;

/// <summary>Something that Sensei does not follow.</summary>
public class Unknown
{
    [Scene]
    public void Everybody_sees_everything()
    {
        var alice = new Thread(() => Interlocked.MemoryBarrierProcessWide()) { Name = "Alice" };

        alice.Start();
        alice.Join();
    }
}
