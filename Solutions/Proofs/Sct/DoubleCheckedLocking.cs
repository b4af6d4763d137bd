using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Something is made once, by whoever needs it first: look, lock, and look again. Without the second look it is made twice.</summary>
internal sealed class DoubleCheckedLocking
{
    private readonly object _gate = new();
    private volatile object? _thing;
    private int _made;

    public static string Buggy()
    {
        var it = new DoubleCheckedLocking();
        return it.Run(it.LookOnce);
    }

    public static string Corrected()
    {
        var it = new DoubleCheckedLocking();
        return it.Run(it.LookTwice);
    }

    private string Run(Func<object> get)
    {
        object? alices = null, bobs = null;
        Crew.Together(() => alices = get(), () => bobs = get());
        return ReferenceEquals(alices, bobs) && _made == 1 ? "fine" : "bug";
    }

    private object LookOnce()
    {
        if (_thing is { } thing) return thing;
        lock (_gate) return Make();
    }

    private object LookTwice()
    {
        if (_thing is { } thing) return thing;
        lock (_gate) return _thing ?? Make();
    }

    private object Make()
    {
        _made++;
        var made = new object();
        _thing = made;
        return made;
    }
}
