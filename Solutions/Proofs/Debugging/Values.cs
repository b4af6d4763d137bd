namespace Proofs.Debugging.Unwoven;

/// <summary>Looks at objects of a process that stands still.</summary>
internal static class Values
{
    /// <summary>A field of the object that a reference refers to.</summary>
    internal static ICorDebugValue Field(ICorDebugReferenceValue reference, int field)
    {
        reference.Dereference(out var target);
        var owner = (ICorDebugObjectValue)target;
        owner.GetClass(out var type);
        owner.GetFieldValue(type, field, out var value);
        return value;
    }

    /// <summary>A number of no more than eight bytes.</summary>
    internal static long Number(ICorDebugValue value)
    {
        ((ICorDebugGenericValue)value).GetValue(out var number);
        return number;
    }

    /// <summary>A string; null where there is none.</summary>
    internal static string? Text(ICorDebugValue value)
    {
        var reference = (ICorDebugReferenceValue)value;
        reference.IsNull(out var isNull);
        if (isNull != 0)
        {
            return null;
        }

        reference.Dereference(out var target);
        var units = new ushort[256];
        ((ICorDebugStringValue)target).GetString(units.Length, out var length, units);
        return Text(units, length);
    }

    /// <summary>The first characters of a buffer, without a zero at their end.</summary>
    internal static string Text(ushort[] units, int length) => string.Concat(units.Take(length).Select(unit => (char)unit)).TrimEnd('\0');
}
