using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>A copy of a place in memory, which a member of .NET has in place of it for the length of one call.</summary>
/// <typeparam name="T">What lies there.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Loan<T>
{
    internal T Copy;
    internal T Before;
    internal bool IsGiven;
    internal bool IsToFill;
}

/// <summary>
/// What woven code calls around a call of .NET that reads or writes a place itself: the argument of a <c>ref</c>,
/// <c>out</c> or <c>in</c> parameter, or a struct whose method is called where it lies. The place is read in a step of
/// its own before the call, and written in one after it. If the call throws, the place stays as it was, as .NET's own
/// members leave it. A place that no other thread can reach is not lent: .NET gets the place itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Loans
{
    private static readonly ConcurrentDictionary<(Type, string), bool> s_own = [];

    /// <summary>For what is read and may be changed.</summary>
    /// <param name="address">The place.</param>
    /// <param name="loan">Where the copy is kept.</param>
    /// <param name="isOwn">Whether the call goes to woven code, which takes its steps itself.</param>
    /// <param name="site">The call.</param>
    /// <returns>What to call .NET with.</returns>
    public static ref T Lend<T>(ref T address, ref Loan<T> loan, bool isOwn, int site)
    {
        loan = default;
        if (isOwn || !IsShared(ref address))
        {
            return ref address;
        }

        loan.Copy = loan.Before = WideProbes.LoadThrough(ref address, site);
        loan.IsGiven = true;
        return ref Unsafe.AsRef(ref loan.Copy);
    }

    /// <summary>The same for the struct that a method is called on. A struct of the learner's takes its steps itself.</summary>
    public static ref T LendReceiver<T>(ref T address, ref Loan<T> loan, bool isOwn, int site) =>
        ref Lend(ref address, ref loan, isOwn || (typeof(T).IsValueType && Twin.IsTwin(typeof(T).Assembly)), site);

    /// <summary>For what is only written.</summary>
    public static ref T LendToFill<T>(ref T address, ref Loan<T> loan, bool isOwn, int site)
    {
        loan = default;
        if (isOwn || !IsShared(ref address))
        {
            return ref address;
        }

        loan.IsGiven = loan.IsToFill = true;
        return ref Unsafe.AsRef(ref loan.Copy);
    }

    /// <summary>After the call: puts back what it has changed.</summary>
    public static void TakeBack<T>(ref T address, ref Loan<T> loan, int site)
    {
        if (!loan.IsGiven)
        {
            return;
        }

        if (loan.IsToFill)
        {
            WideProbes.Fill(ref address, loan.Copy, site);
        }
        else if (!StructParts<T>.AreSame(ref loan.Before, ref loan.Copy))
        {
            WideProbes.Change(ref address, loan.Before, loan.Copy, site);
        }

        loan = default;
    }

    /// <summary>Whether a call through an interface or of a virtual method goes to the learner's code.</summary>
    public static bool IsOwn(object? receiver, string member) => receiver is not null && IsOwn(receiver.GetType(), member);

    /// <summary>The same where the type of the receiver is what a generic type or method was made with.</summary>
    public static bool IsOwnOf<T>(ref T receiver, string member) =>
        typeof(T).IsValueType ? IsOwn(typeof(T), member) : IsOwn(receiver, member);

    /// <summary>Whether a value is an object, and not a struct in a box.</summary>
    public static bool IsObject(object? value) => value is not null && !value.GetType().IsValueType;

    private static bool IsOwn(Type type, string member) => s_own.GetOrAdd((type, member), static key =>
    {
        for (var type = key.Item1; type is not null; type = type.BaseType)
        {
            if (Twin.IsTwin(type.Assembly) && Array.Exists(
                type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly),
                m => m.Name == key.Item2 || m.Name.EndsWith($".{key.Item2}", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    });

    private static bool IsShared<T>(ref T address) =>
        Strand.Current is { Atomic: 0 } me && !Unsafe.IsNullRef(ref address)
        && References.Find(me, ref Unsafe.As<T, byte>(ref address)) is not null;
}
