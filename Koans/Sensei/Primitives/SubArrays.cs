using System.Runtime.CompilerServices;

namespace Sensei.Primitives;

/// <summary>What the compiler makes of <c>array[1..]</c>.</summary>
[Follows(typeof(RuntimeHelpers))]
public static class SubArrays
{
    /// <summary>Follows <see cref="RuntimeHelpers.GetSubArray{T}(T[], Range)"/>.</summary>
    public static T[] GetSubArray<T>(T[] array, Range range, int site)
    {
        if (!Rows.AreShared(array))
        {
            return RuntimeHelpers.GetSubArray(array, range);
        }

        var (from, count) = range.GetOffsetAndLength(array.Length);
        return RuntimeHelpers.GetSubArray((T[])Rows.Read(array, from, count, site), range);
    }
}
