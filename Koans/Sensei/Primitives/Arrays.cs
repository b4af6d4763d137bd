using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// The members of <see cref="Array"/> that go through the elements of an array: one after another, each element in a step.
/// They work on a copy, so that .NET itself checks the arguments. Those that are not here and take an array as it is are
/// given a copy as well: see <see cref="Lend"/>.
/// </summary>
[Follows(typeof(Array))]
public static class Arrays
{
    /// <summary>Follows <see cref="Array.Fill{T}(T[], T)"/>.</summary>
    public static void Fill<T>(T[] array, T value, int site) => Change(array, 0, array?.Length ?? 0, a => Array.Fill((T[])a, value), site);

    /// <summary>Follows <see cref="Array.Fill{T}(T[], T, int, int)"/>.</summary>
    public static void Fill<T>(T[] array, T value, int startIndex, int count, int site) =>
        Change(array, startIndex, count, a => Array.Fill((T[])a, value, startIndex, count), site);

    /// <summary>Follows <see cref="Array.Clear(Array)"/>.</summary>
    public static void Clear(Array array, int site) => Change(array, 0, array?.Length ?? 0, Array.Clear, site);

    /// <summary>Follows <see cref="Array.Clear(Array, int, int)"/>.</summary>
    public static void Clear(Array array, int index, int length, int site) => Change(array, index, length, a => Array.Clear(a, index, length), site);

    /// <summary>Follows <see cref="Array.Copy(Array, Array, int)"/>.</summary>
    public static void Copy(Array sourceArray, Array destinationArray, int length, int site) =>
        Copy(sourceArray, 0, destinationArray, 0, length, site);

    /// <summary>Follows <see cref="Array.ConstrainedCopy"/>.</summary>
    public static void ConstrainedCopy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length, int site) =>
        Copy(sourceArray, sourceIndex, destinationArray, destinationIndex, length, site);

    /// <summary>Follows <see cref="Array.Copy(Array, int, Array, int, int)"/>.</summary>
    public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length, int site)
    {
        if (!Rows.AreShared(sourceArray) || destinationArray is null || !Holds(sourceArray, sourceIndex, length))
        {
            Array.Copy(sourceArray, sourceIndex, destinationArray!, destinationIndex, length);
            return;
        }

        var source = Rows.Read(sourceArray, sourceIndex, length, site);
        Change(destinationArray, destinationIndex, length, a => Array.Copy(source, sourceIndex, a, destinationIndex, length), site);
    }

    /// <summary>Follows <see cref="Array.CopyTo(Array, int)"/>.</summary>
    public static void CopyTo(Array target, Array array, int index, int site)
    {
        if (!Rows.AreShared(target) || array is null || array.Rank != 1)
        {
            target.CopyTo(array!, index);
            return;
        }

        Copy(target, 0, array, index, target.Length, site);
    }

    /// <summary>Follows <see cref="Array.Clone"/>.</summary>
    public static object Clone(Array target, int site) => Rows.AreShared(target) ? Rows.Read(target, site) : target.Clone();

    /// <summary>Follows <see cref="Array.GetValue(int)"/>.</summary>
    public static object? GetValue(Array target, int index, int site)
    {
        if (!Rows.AreShared(target) || target.Rank != 1 || !Holds(target, index, 1))
        {
            return target.GetValue(index);
        }

        return Rows.Read(target, index, 1, site).GetValue(index);
    }

    /// <summary>Follows <see cref="Array.SetValue(object, int)"/>.</summary>
    public static void SetValue(Array target, object? value, int index, int site) => Change(target, index, 1, a => a.SetValue(value, index), site);

    /// <summary>Follows <see cref="Array.Resize{T}(ref T[], int)"/>; the place that holds the array is no business of it.</summary>
    public static void Resize<T>(ref T[]? array, int newSize, int site)
    {
        if (array is { } before && Rows.AreShared(before) && newSize >= 0 && newSize != before.Length)
        {
            array = (T[])Rows.Read(before, 0, Math.Min(newSize, before.Length), site);
        }

        Array.Resize(ref array, newSize);
    }

    /// <summary>Follows <see cref="Array.ForEach{T}(T[], Action{T})"/>.</summary>
    public static void ForEach<T>(T[] array, Action<T> action, int site)
    {
        if (action is null || !Rows.AreShared(array))
        {
            Array.ForEach(array, action!);
            return;
        }

        for (var i = 0; i < array.Length; i++)
        {
            action(At(array, i, site));
        }
    }

    /// <summary>Follows <see cref="Array.ConvertAll{TInput, TOutput}(TInput[], Converter{TInput, TOutput})"/>.</summary>
    public static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter, int site)
    {
        if (converter is null || !Rows.AreShared(array))
        {
            return Array.ConvertAll(array, converter!);
        }

        var output = new TOutput[array.Length];
        for (var i = 0; i < array.Length; i++)
        {
            output[i] = converter(At(array, i, site));
        }

        return output;
    }

    /// <summary>Follows <see cref="Array.FindIndex{T}(T[], Predicate{T})"/>.</summary>
    public static int FindIndex<T>(T[] array, Predicate<T> match, int site) =>
        match is null || !Rows.AreShared(array) ? Array.FindIndex(array, match!) : Seek(array, match, site).Index;

    /// <summary>Follows <see cref="Array.Find{T}(T[], Predicate{T})"/>.</summary>
    public static T? Find<T>(T[] array, Predicate<T> match, int site) =>
        match is null || !Rows.AreShared(array) ? Array.Find(array, match!) : Seek(array, match, site).Item;

    /// <summary>Follows <see cref="Array.Exists{T}(T[], Predicate{T})"/>.</summary>
    public static bool Exists<T>(T[] array, Predicate<T> match, int site) => FindIndex(array, match, site) >= 0;

    /// <summary>Follows <see cref="Array.TrueForAll{T}(T[], Predicate{T})"/>.</summary>
    public static bool TrueForAll<T>(T[] array, Predicate<T> match, int site) =>
        match is null || !Rows.AreShared(array) ? Array.TrueForAll(array, match!) : Seek(array, item => !match(item), site).Index < 0;

    /// <summary>What a member of .NET gets in place of an array that it may read and change: a copy, read in steps.</summary>
    internal static Array? Lend(Array? array, int site) => Rows.AreShared(array) ? Rows.Read(array!, site) : array;

    private static (int Index, T? Item) Seek<T>(T[] array, Predicate<T> match, int site)
    {
        for (var i = 0; i < array.Length; i++)
        {
            var item = At(array, i, site);
            if (match(item))
            {
                return (i, item);
            }
        }

        return (-1, default);
    }

    private static T At<T>(T[] array, int index, int site) =>
        array.GetType() == typeof(T[]) ? WideProbes.LoadElement(ref array[index], array, index, site) : ((T[])Rows.Read(array, index, 1, site))[index];

    private static void Change(Array? array, int from, int count, Action<Array> change, int site)
    {
        if (!Rows.AreShared(array))
        {
            change(array!);
            return;
        }

        var copy = (Array)array!.Clone();
        change(copy);
        Rows.Write(array, copy, from, count, site);
    }

    private static bool Holds(Array array, int from, int count) =>
        from >= 0 && count >= 0 && from <= array.Length - count && (array.Rank > 1 || array.GetLowerBound(0) == 0);
}
