namespace Proofs.Golden.Scenes;

/// <summary>A data race between the workers of a parallel loop that nothing has come of yet.</summary>
public class OneBasket
{
    private readonly int[] _eggs = [2, 3];
    private int _heaviest;

    [Scene(ForbidDataRaces = true)]
    public void The_heaviest_egg_is_found()
    {
        Parallel.For(0, _eggs.Length, i =>
        {
            if (_eggs[i] > _heaviest)
            {
                _heaviest = _eggs[i];
            }
        });

        _heaviest.Should().BePositive();
    }
}
