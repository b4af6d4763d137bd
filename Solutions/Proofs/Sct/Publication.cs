using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>One makes something ready and says so; the other takes it when it has been told. Ready comes before told.</summary>
internal sealed class Publication
{
    private int _price;
    private volatile bool _isKnown;

    public static string Buggy()
    {
        var it = new Publication();
        Crew.Together(it.TellThenSet, it.Look);
        return "fine";
    }

    public static string Corrected()
    {
        var it = new Publication();
        Crew.Together(it.SetThenTell, it.Look);
        return "fine";
    }

    private void TellThenSet()
    {
        _isKnown = true;
        _price = 42;
    }

    private void SetThenTell()
    {
        _price = 42;
        _isKnown = true;
    }

    private void Look()
    {
        if (_isKnown) Assert.That(_price == 42);
    }
}
