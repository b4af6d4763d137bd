namespace Koans.Races;

// All the cooks put their plates on one counter, and each presses the same button for every plate.
// However their hands interleave, Total is the number of plates that were put down.
public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        _total++;
    }
}
