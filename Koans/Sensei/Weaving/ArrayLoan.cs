using System.ComponentModel;
using Sensei.Primitives;

namespace Sensei.Weaving;

/// <summary>
/// A copy of an array, which a member of .NET has in place of it for the length of one call: each element is read in a step
/// before, and those that have changed are written in steps after it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayLoan
{
    private readonly Array? _array;
    private readonly Array? _before;
    private readonly Array? _copy;

    private ArrayLoan(Array? array, int site)
    {
        _array = _copy = array;
        if (Rows.AreShared(array))
        {
            _before = Rows.Read(array!, site);
            _copy = (Array)_before.Clone();
        }
    }

    /// <summary>Makes the copy.</summary>
    public static ArrayLoan LendArray(Array? array, int site) => new(array, site);

    /// <summary>What to call .NET with.</summary>
    public static Array? CopyOf(ArrayLoan loan) => loan._copy;

    /// <summary>After the call: puts back what it has changed.</summary>
    public static void TakeArrayBack(ArrayLoan loan, int site)
    {
        if (loan._before is not null)
        {
            Rows.WriteChanges(loan._array!, loan._before, loan._copy!, site);
        }
    }
}
