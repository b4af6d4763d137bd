using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="LazyInitializer"/>, done as .NET does it: without a lock everybody may make the value and the first one is
/// kept; with a lock it is made once.
/// </summary>
[Follows(typeof(LazyInitializer))]
public static class LazyInitializers
{
    /// <summary>Follows <see cref="LazyInitializer.EnsureInitialized{T}(ref T)"/>.</summary>
    public static T EnsureInitialized<T>(ref T? target, int site)
        where T : class => Volatiles.Load(ref target, site) ?? Publish(ref target, Activator.CreateInstance<T>(), site);

    /// <summary>Follows <see cref="LazyInitializer.EnsureInitialized{T}(ref T, Func{T})"/>.</summary>
    public static T EnsureInitialized<T>(ref T? target, Func<T> valueFactory, int site)
        where T : class => Volatiles.Load(ref target, site) ?? Publish(ref target, Made(valueFactory), site);

    /// <summary>Follows <see cref="LazyInitializer.EnsureInitialized{T}(ref T, ref object, Func{T})"/>.</summary>
    public static T EnsureInitialized<T>(ref T? target, ref object? syncLock, Func<T> valueFactory, int site)
        where T : class
    {
        if (Volatiles.Load(ref target, site) is { } made)
        {
            return made;
        }

        var gate = Lock(ref syncLock, site);
        Monitors.Enter(gate, site);
        try
        {
            if (Volatiles.Load(ref target, site) is null)
            {
                Volatiles.Store(ref target, Made(valueFactory), site);
            }
        }
        finally
        {
            Leave(gate, site);
        }

        return target!;
    }

    /// <summary>Follows <see cref="LazyInitializer.EnsureInitialized{T}(ref T, ref bool, ref object)"/>.</summary>
    public static T EnsureInitialized<T>(ref T? target, ref bool initialized, ref object? syncLock, int site) =>
        EnsureInitialized(ref target!, ref initialized, ref syncLock, Activator.CreateInstance<T>, site);

    /// <summary>Follows <see cref="LazyInitializer.EnsureInitialized{T}(ref T, ref bool, ref object, Func{T})"/>.</summary>
    public static T EnsureInitialized<T>(ref T? target, ref bool initialized, ref object? syncLock, Func<T> valueFactory, int site)
    {
        if (!Volatiles.Load(ref initialized, site))
        {
            var gate = Lock(ref syncLock, site);
            Monitors.Enter(gate, site);
            try
            {
                if (!Volatiles.Load(ref initialized, site))
                {
                    var value = valueFactory();
                    Probes.WriteThrough(ref Unsafe.As<T?, byte>(ref target), value, site, Probes.Writing<T>());
                    target = value;
                    Volatiles.Store(ref initialized, true, site);
                }
            }
            finally
            {
                Leave(gate, site);
            }
        }

        Probes.ReadThrough(ref Unsafe.As<T?, byte>(ref target), site, Ordering.Plain);
        if (Strand.Current is { } me)
        {
            Probes.Tell(me, StepKind.Read, target, site);
        }

        return target!;
    }

    private static T Made<T>(Func<T> valueFactory)
        where T : class => valueFactory() ?? throw new InvalidOperationException("ValueFactory returned null.");

    private static T Publish<T>(ref T? target, T value, int site)
        where T : class => Interlockeds.CompareExchange(ref target, value, null, site) ?? value;

    /// <summary>The lock, which is made in the same way where there is none.</summary>
    private static object Lock(ref object? syncLock, int site) =>
        Volatiles.Load(ref syncLock, site) ?? Publish(ref syncLock, new object(), site);

    private static void Leave(object gate, int site)
    {
        if (Strand.Current is not { Run.IsOver: true })
        {
            Monitors.Exit(gate, site);
        }
    }
}
