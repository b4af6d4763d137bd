using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// One pushes and one pops. A flag says that something has been pushed, and nobody takes it back when the stack is empty
/// again: only the corrected one asks the stack.
/// </summary>
internal sealed class Stack
{
    private readonly object _gate = new();
    private readonly int[] _slots;
    private int _top;
    private bool _hasPushed;

    private Stack(int size) => _slots = new int[size];

    public static string Buggy(int size)
    {
        var stack = new Stack(size);
        Crew.Together(stack.PushAll, () => stack.PopAll(() => stack._hasPushed));
        return "fine";
    }

    public static string Corrected(int size)
    {
        var stack = new Stack(size);
        Crew.Together(stack.PushAll, () => stack.PopAll(() => stack._top > 0));
        return "fine";
    }

    private void PushAll()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            lock (_gate)
            {
                _slots[_top++] = i;
                _hasPushed = true;
            }
        }
    }

    private void PopAll(Func<bool> isWorthwhile)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            lock (_gate)
            {
                if (isWorthwhile())
                {
                    Assert.That(_top > 0);
                    _ = _slots[--_top];
                }
            }
        }
    }
}
