using System.Reflection;
using Sensei.Records;
using Sensei.Running;
using Sensei.Search;
using Sensei.Weaving;

namespace Sensei;

/// <summary>
/// Decides whether a koan is met: by running it under every distinguishable order of its threads, or once where it is live.
/// </summary>
public static class Judge
{
    /// <summary>Weaves an assembly's twin ahead of its first koan. What goes wrong shows at the first koan.</summary>
    /// <param name="assembly">The assembly of the koans.</param>
    /// <param name="isReplayed">Whether one order is asked for.</param>
    internal static void Prepare(Assembly assembly, bool isReplayed)
    {
        try
        {
            _ = isReplayed ? Twin.Replayed(assembly) : Twin.Of(assembly);
        }
        catch (Exception)
        {
            // the lazy twin keeps the exception and throws it again to whoever asks for it
        }
    }

    /// <summary>Explores a koan of a loaded assembly.</summary>
    /// <param name="koan">A method without parameters on a class with a parameterless constructor.</param>
    /// <param name="budget">How much the search may cost.</param>
    /// <param name="options">What is asked of the koan; when it is not said, what its attribute says.</param>
    /// <returns>The verdict; with the story of one real failing run when the koan is not met.</returns>
    public static Verdict Try(MethodInfo koan, Budget? budget = null, KoanOptions? options = null)
    {
        var twin = Twin.Of(koan.Module.Assembly);
        return Try(twin, twin[koan], budget, options);
    }

    /// <summary>Explores a koan of an assembly that exists only as bytes.</summary>
    /// <param name="pe">The assembly's image.</param>
    /// <param name="pdb">Its portable symbols.</param>
    /// <param name="type">The full name of the koan's class.</param>
    /// <param name="method">The name of the koan's method.</param>
    /// <param name="budget">How much the search may cost.</param>
    /// <param name="patience">How long a live koan may take; when it is not said, what its attribute says.</param>
    public static Verdict TryImage(
        byte[] pe, byte[] pdb, string type, string method, Budget? budget = null, TimeSpan? patience = null)
    {
        var twin = Twin.OfImage(pe, pdb);
        var koan = twin.Type(type).GetMethod(method)!;
        var options = KoanOptions.Of(koan);
        var isLong = options.Patience is null || options.IsQuestion; // answers hold nobody up, but it may take processes to try them
        return Try(twin, koan, budget, isLong ? options : options with { Patience = patience ?? options.Patience });
    }

    /// <summary>Runs a koan in exactly one order, and tells it whatever comes of it.</summary>
    /// <param name="koan">A method without parameters on a class with a parameterless constructor.</param>
    /// <param name="token">The order, as <see cref="Verdict.Token"/> gives it.</param>
    /// <param name="options">What is asked of the koan; when it is not said, what its attribute says.</param>
    /// <returns>What came of it; inconclusive when the token is none.</returns>
    public static Verdict Replay(MethodInfo koan, string token, KoanOptions? options = null)
    {
        if ((options ?? KoanOptions.Of(koan)).Patience is not null)
        {
            // a live koan has no order that could be asked for
            return Try(koan, null, options);
        }

        if (Tokens.Read(token) is not { } order)
        {
            var reason = $"An order is written in letters and numbers, like a12b3c; \"{token}\" is none.";
            var nothing = new RunRecord([], [], new Inconclusive(reason, null));
            return new Verdict(VerdictKind.Inconclusive, 0, 0, false, 0, nothing, null, "", TimeSpan.Zero) { IsReplay = true };
        }

        var twin = Twin.Replayed(koan.Module.Assembly);
        return Judged(twin, twin[koan], Budget.Default, options, inquiry => inquiry.Replay(order.Schedule, order.Stop));
    }

    private static Verdict Try(Twin twin, MethodInfo koan, Budget? budget, KoanOptions? options)
    {
        options ??= KoanOptions.Of(koan);
        return options.Patience is null
            ? Judged(twin, koan, budget ?? Budget.Default, options, inquiry => options.Order is { } order ? inquiry.Follow(order, options.File) : inquiry.Search())
            : Live.LiveJudge.Try(twin, () => Invoke(koan, Activator.CreateInstance(koan.DeclaringType!)!), options);
    }

    private static void Invoke(MethodInfo koan, object instance)
    {
        if (koan.ReturnType == typeof(Task))
        {
            // awaited by hand, as a test framework would: the koan's own thread waits for the koan
            Primitives.TaskAwaiters.Finish(koan.CreateDelegate<Func<Task>>(instance).Invoke());
        }
        else
        {
            koan.CreateDelegate<Action>(instance).Invoke();
        }
    }

    private static Verdict Judged(
        Twin twin, MethodInfo koan, Budget budget, KoanOptions? options, Func<Inquiry, Verdict> judge)
    {
        var type = koan.DeclaringType!;
        Action<Run> Body() => _ => Invoke(koan, Activator.CreateInstance(type)!);
        lock (twin.Gate)
        {
            return Watched.Do(new Inquiry(Body, budget, options ?? KoanOptions.Of(koan)), judge);
        }
    }
}
