using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// A driver counts the requests inside it, and stopping waits for the last to leave. A request looks whether the driver
/// is stopping and only then counts itself: between the two the driver stops.
/// </summary>
internal sealed class BluetoothDriver
{
    private readonly object _gate = new();
    private int _inside = 1;
    private bool _isStopping, _allHaveLeft, _hasStopped;

    public static string Buggy()
    {
        var driver = new BluetoothDriver();
        Crew.Together(() => driver.Request(driver.LookThenCount()), driver.Stop);
        return "fine";
    }

    public static string Corrected()
    {
        var driver = new BluetoothDriver();
        Crew.Together(() => driver.Request(driver.CountThenLook()), driver.Stop);
        return "fine";
    }

    private bool LookThenCount()
    {
        if (_isStopping) return false;
        lock (_gate) _inside++;
        return true;
    }

    private bool CountThenLook()
    {
        lock (_gate) _inside++;
        if (!_isStopping) return true;
        Leave();
        return false;
    }

    private void Request(bool isInside)
    {
        if (!isInside) return;
        Assert.That(!_hasStopped);
        Leave();
    }

    private void Leave()
    {
        int left;
        lock (_gate) left = --_inside;
        if (left == 0) _allHaveLeft = true;
    }

    private void Stop()
    {
        _isStopping = true;
        Leave();
        if (_allHaveLeft) _hasStopped = true;
    }
}
