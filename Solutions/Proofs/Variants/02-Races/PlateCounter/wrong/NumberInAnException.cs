// V: counts in a number that an object of .NET keeps, in two visits like any other, and without a lock. What happens
// inside of such an object is not followed, and the story says so.
// not followed yet
namespace Koans.Races;

public class PlateCounter
{
    private readonly Exception _mishap = new() { HResult = 0 };

    public int Total => _mishap.HResult;

    public void Add()
    {
        _mishap.HResult++;
    }
}
