using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// The parts in which a struct is copied: one for each word of memory, since .NET promises no more than that a word is
/// copied at once. A word holds one reference or some of the other fields, and is copied as what it is, so that the
/// garbage collector sees every reference move.
/// </summary>
internal static class StructParts<T>
{
    private const int Word = 8;

    /// <summary>The parts from the first to the last; none for what is copied at once.</summary>
    internal static StructPart[] All { get; } = Find();

    /// <summary>Copies one part.</summary>
    internal static void Copy(in StructPart part, ref T from, ref T to)
    {
        ref var source = ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref from), part.Offset);
        ref var target = ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref to), part.Offset);
        if (part.IsReference)
        {
            Unsafe.As<byte, object?>(ref target) = Unsafe.As<byte, object?>(ref source);
        }
        else
        {
            Unsafe.CopyBlockUnaligned(ref target, ref source, (uint)part.Size);
        }
    }

    /// <summary>Whether a part is the same in two values; a reference is, when it is to the same object.</summary>
    internal static bool IsSame(in StructPart part, ref T one, ref T other)
    {
        ref var first = ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref one), part.Offset);
        ref var second = ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref other), part.Offset);
        return part.IsReference
            ? ReferenceEquals(Unsafe.As<byte, object?>(ref first), Unsafe.As<byte, object?>(ref second))
            : MemoryMarshal.CreateReadOnlySpan(ref first, part.Size).SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref second, part.Size));
    }

    /// <summary>Whether two values are the same in every part.</summary>
    internal static bool AreSame(ref T one, ref T other)
    {
        if (All.Length > 0)
        {
            foreach (ref readonly var part in All.AsSpan())
            {
                if (!IsSame(part, ref one, ref other))
                {
                    return false;
                }
            }

            return true;
        }

        // what is copied at once is a word, or a row of references that nobody can tell apart
        var size = Unsafe.SizeOf<T>();
        return size <= Word && IsSame(new StructPart(0, size, RuntimeHelpers.IsReferenceOrContainsReferences<T>(), []), ref one, ref other);
    }

    private static StructPart[] Find()
    {
        var size = Unsafe.SizeOf<T>();
        if (!typeof(T).IsValueType || size <= Word)
        {
            return [];
        }

        var leaves = new List<FieldInfo[]>();
        if (!Collect(typeof(T), [], leaves))
        {
            // nobody can tell which of its words are references: it is copied at once
            return RuntimeHelpers.IsReferenceOrContainsReferences<T>()
                ? []
                : [.. Enumerable.Range(0, (size + Word - 1) / Word).Select(i => new StructPart(i * Word, Math.Min(Word, size - (i * Word)), false, []))];
        }

        var offsets = Offsets(leaves);
        var words = Enumerable.Range(0, leaves.Count).GroupBy(i => offsets[i] / Word * Word, i => leaves[i]).OrderBy(word => word.Key).ToList();
        return words.Count < 2 ? [] :
        [
            .. words.Select((word, i) => new StructPart(
                word.Key,
                (i + 1 < words.Count ? words[i + 1].Key : size) - word.Key,
                word.Any(leaf => IsReference(leaf[^1].FieldType)),
                [.. word])),
        ];
    }

    /// <summary>The ways to all fields that hold something themselves; false where a struct has more than its fields say.</summary>
    private static bool Collect(Type type, FieldInfo[] way, List<FieldInfo[]> leaves)
    {
        if (type.IsDefined(typeof(InlineArrayAttribute), false))
        {
            return false;
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var inner = field.FieldType;
            FieldInfo[] further = [.. way, field];
            if (!inner.IsValueType || inner.IsPrimitive || inner.IsEnum)
            {
                leaves.Add(further);
            }
            else if (!Collect(inner, further, leaves))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsReference(Type type) => !type.IsValueType && !type.IsPointer && !type.IsFunctionPointer;

    /// <summary>Where the fields lie. Only the machine knows, so it is asked: by how far references to them are apart.</summary>
    private static int[] Offsets(List<FieldInfo[]> leaves)
    {
        var method = new DynamicMethod("Offsets", typeof(void), [typeof(T).MakeByRefType(), typeof(int[])], typeof(StructParts<T>).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        for (var i = 0; i < leaves.Count; i++)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldarg_0);
            foreach (var field in leaves[i])
            {
                il.Emit(OpCodes.Ldflda, field);
            }

            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Sub);
            il.Emit(OpCodes.Conv_I4);
            il.Emit(OpCodes.Stelem_I4);
        }

        il.Emit(OpCodes.Ret);
        var offsets = new int[leaves.Count];
        var some = default(T)!;
        method.CreateDelegate<Asker>()(ref some, offsets);
        return offsets;
    }

    private delegate void Asker(ref T some, int[] offsets);
}

/// <summary>A part of a struct.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Size">How long it is.</param>
/// <param name="IsReference">It is one reference.</param>
/// <param name="Fields">The fields in it, each with the structs it lies in before it.</param>
internal readonly record struct StructPart(int Offset, int Size, bool IsReference, FieldInfo[][] Fields)
{
    /// <summary>What it is, in words: "Dish of {0}", and of a struct whose fields nobody knows "a part of {0}".</summary>
    internal string Name => Known is { Length: > 0 } known ? $"{string.Join(" and ", known.Select(NameOf).Distinct())} of {{0}}" : "a part of {0}";

    /// <summary>What is in it, in words; nothing where no name stands for one value.</summary>
    internal string ValueIn(object holder) => Known is [{ Length: var depth } way] && Fields is [var only] && only.Length == depth
        ? $": {Values.Format(way.Aggregate(holder, (inner, field) => field.GetValue(inner)!))}"
        : "";

    /// <summary>The fields as far as a learner knows them: those of the own structs, and of tuples and pairs.</summary>
    private FieldInfo[][] Known => [.. Fields.Select(way => way.TakeWhile(IsKnown).ToArray()).Where(way => way.Length > 0)];

    private static bool IsKnown(FieldInfo field) => Twin.IsTwin(field.DeclaringType!.Assembly)
        || field.DeclaringType.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
        || field.DeclaringType.FullName.StartsWith("System.Collections.Generic.KeyValuePair`", StringComparison.Ordinal);

    private static string NameOf(FieldInfo[] way) => string.Join('.', way.Select(field => Values.FieldName(field)));
}
