namespace Proofs.Golden.Scenes;

/// <summary>A deadlock of two.</summary>
public class PenAndNotebook
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    [Scene]
    public void Alice_and_Bob_both_get_to_write()
    {
        var alice = new Thread(() =>
        {
            lock (_pen)
            {
                lock (_notebook)
                {
                }
            }
        })
        { Name = "Alice" };
        var bob = new Thread(() =>
        {
            lock (_notebook)
            {
                lock (_pen)
                {
                }
            }
        })
        { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }
}
