using System.ComponentModel;
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

    /// <summary>The steps of a use; none where the member is the learner's own, or the object not foreign.</summary>
    internal static void Use(Strand me, object? target, string member, int site)
    {
        var use = target is null || Streams.Is(target) ? ForeignUse.None : ForeignUses.Of(target.GetType(), member);
        if (use == ForeignUse.None)
        {
            return;
        }

        // what it answers may come of something that nobody sees: a loop that asks again and again does not wait for the object
        me.Spinning.Effects++;
        var location = me.Run.LocationOf(target!, LocationKey.Contents);
        if (use == ForeignUse.Looks)
        {
            me.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.None });
            Meet(me, location, member, site);
            me.Run.Recorder?.Note(me, StepKind.Read, "looks at {0}", location, null, site);
            return;
        }

        // it is a write already, so that whatever others do with the object is tried between the two
        me.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.None, KeepsVersion = true });
        Meet(me, location, member, site);
        location.Mirror = me;
        me.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.None });
        location.Mirror = null;
        var does = member.StartsWith("Write", StringComparison.Ordinal) ? "writes to {0}" : "changes {0}";
        me.Run.Recorder?.Note(me, StepKind.Update, does, location, null, site);
    }

    /// <summary>The type by which a learner knows it: what .NET makes may be of one that it keeps to itself.</summary>
    private static Type Known(Type type) => Foreign.IsOfNet(type) && !type.IsVisible && type.BaseType is { } known ? Known(known) : type;

    /// <summary>Ends the run where somebody is in the middle of changing the object.</summary>
    private static void Meet(Strand me, Location location, string member, int site)
    {
        if (location.Mirror is Strand other)
        {
            var name = member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal) ? member[4..] : member;
            me.Run.NotFollowed($"{Values.TypeName(Known(location.Owner!.Target.GetType()))}.{name}", "a lock around its uses", site, other, me);
        }
    }
}
