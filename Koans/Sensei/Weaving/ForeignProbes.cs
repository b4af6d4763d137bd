using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// What woven code calls before it calls a member of a foreign object (see <see cref="Foreign"/>). A change is two steps,
/// and the object is in use between them: another thread that comes to it then can do so in .NET as well, where nobody
/// knows what comes of it. Since every order is tried, that happens in one of them, unless something orders the uses.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ForeignProbes
{
    private static readonly ConditionalWeakTable<object, object> s_parts = [];

    /// <summary>Before a member is called.</summary>
    public static void UseForeign(object? target, string member, int site)
    {
        if (Strand.Current is not { } me)
        {
            return;
        }

        // whatever it does, it may be what a loop goes round for
        me.Spinning.Effects++;
        Use(me, target, member, site);
    }

    /// <summary>Before a member of an interface is called: whose object it is shows only now.</summary>
    public static void UseBehind(object? target, string member, int site)
    {
        if (Strand.Current is not null && UseOf(target, member) != ForeignUse.None)
        {
            UseForeign(target, member, site);
        }
    }

    private static ForeignUse UseOf(object? target, string member) =>
        target is null || Streams.Is(target) ? ForeignUse.None : ForeignUses.Of(target.GetType(), member);

    /// <summary>Before something that is not followed is given a stream, a reader or a writer: nobody sees what it does with it.</summary>
    /// <param name="given">What it is given.</param>
    /// <param name="api">To what it is given.</param>
    /// <param name="site">Where.</param>
    public static void UseGiven(object? given, string api, int site)
    {
        if (Strand.Current is { } me && IsForeign(given))
        {
            Take(me, given!, ForeignUse.Changes, _ => api, "gives away {0}", site);
        }
    }

    /// <summary>After something has been made that will use another whenever it is used itself, as a writer does with its stream.</summary>
    public static void MadeOf(object made, object? part)
    {
        if (Strand.Current is not null && IsForeign(part))
        {
            s_parts.AddOrUpdate(made, part!);
        }
    }

    private static bool IsForeign(object? target) => target is not null && !Streams.Is(target) && Foreign.Is(target.GetType());

    /// <summary>The steps of a use; none where the member is the learner's own, or the object not foreign.</summary>
    internal static void Use(Strand me, object? target, string member, int site)
    {
        if (UseOf(target, member) is not ForeignUse.None and var use)
        {
            var does = use == ForeignUse.Looks ? "looks at {0}" : member.StartsWith("Write", StringComparison.Ordinal) ? "writes to {0}" : "changes {0}";
            Take(me, target!, use, part => $"{Values.TypeName(Known(part.GetType()))}.{Bare(member)}", does, site);
        }
    }

    /// <summary>The steps of a use of an object, with those of what it was made of within.</summary>
    private static void Take(Strand me, object target, ForeignUse use, Func<object, string> api, string does, int site)
    {
        // what it answers may come of something that nobody sees: a loop that asks again and again does not wait for the object
        me.Spinning.Effects++;
        s_parts.TryGetValue(target, out var part);
        var location = me.Run.LocationOf(target, LocationKey.Contents);
        if (use == ForeignUse.Looks)
        {
            me.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.None });
            Meet(me, location, api, site);
            me.Run.Recorder?.Note(me, StepKind.Read, does, location, null, site);
            if (part is not null)
            {
                Take(me, part, use, api, does, site);
            }

            return;
        }

        // it is a write already, so that whatever others do with the object is tried between the two
        me.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.None, KeepsVersion = true });
        Meet(me, location, api, site);
        location.Mirror = me;
        if (part is not null)
        {
            Take(me, part, use, api, does, site);
        }

        me.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.None });
        location.Mirror = null;
        me.Run.Recorder?.Note(me, StepKind.Update, does, location, null, site);
    }

    private static string Bare(string member) =>
        member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal) ? member[4..] : member;

    /// <summary>The type by which a learner knows it: what .NET makes may be of one that it keeps to itself.</summary>
    private static Type Known(Type type) => Foreign.IsOfNet(type) && !type.IsVisible && type.BaseType is { } known ? Known(known) : type;

    /// <summary>Ends the run where somebody is in the middle of changing the object.</summary>
    private static void Meet(Strand me, Location location, Func<object, string> api, int site)
    {
        if (location.Mirror is Strand other)
        {
            me.Run.NotFollowed(api(location.Owner!.Target), "a lock around its uses", site, other, me);
        }
    }
}
