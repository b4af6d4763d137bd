// M: a spin lock makes the three steps one.
namespace Koans.Races;

public class PlateCounter
{
    private SpinLock _gate;
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            _total++;
        }
        finally
        {
            if (taken)
            {
                _gate.Exit();
            }
        }
    }
}
