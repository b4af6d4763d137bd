using System.Globalization;
using Sensei.Weaving;

namespace Sensei.Running;

/// <summary>
/// Names locations and objects as a learner would: a field by its name, a lock by the field that holds it, and by the
/// owner's name in front where several objects have such a field.
/// </summary>
internal sealed class Names(Run run)
{
    internal string Of(Location location)
    {
        if (location.Owner is not { } owner)
        {
            return location.Key == LocationKey.Pool ? "the pool"
                : Field.OfKey(location.Key)?.Name
                // one in a local: also what the compiler makes of one in a read-only field
                ?? (location.Mirror is Primitives.Ownership ? $"{nameof(SpinLock)} #{1 + run.Statics.Count(other => other.Id < location.Id && other.Mirror is Primitives.Ownership)}" : "");
        }

        if (LocationKey.IsElement(location.Key))
        {
            return $"{Of(owner)}[{LocationKey.Index(location.Key)}]";
        }

        return LocationKey.IsField(location.Key) ? Of(owner, Field.OfKey(location.Key)!) : Of(owner);
    }

    /// <summary>A thread's name: the author's, or the method it runs.</summary>
    internal static string Of(Strand strand) =>
        strand.Face.Name ?? strand.FallbackName ?? (strand.Id == 0 ? "the koan" : $"thread {strand.Id}");

    /// <summary>An object: by the field that holds it, or by its type and a number.</summary>
    internal string Of(ObjectState state, int depth = 0)
    {
        if (state.Target is Thread face && run.StrandOf(face) is { } strand)
        {
            return Of(strand);
        }

        if (state.Target is Primitives.DiskFile file)
        {
            return file.Name;
        }

        if (state.Name.Field is null && state.Target is Task && state.Find(LocationKey.State)?.Mirror is Primitives.TaskState { Worker: { } worker })
        {
            return Of(worker);
        }

        if (state.Name.Field is null && state.Target is Task task
            && run.Objects.FirstOrDefault(o => o.Name.Field is not null && IsSourceOf(o.Target, task)) is { } source)
        {
            return Of(source, depth);
        }

        if (state.Name.Field is { } field && depth < 4)
        {
            var name = state.Name.Holder is { } holder ? Of(holder, field, depth + 1) : field.Name;
            return state.Name.Index >= 0 ? $"{name}[{state.Name.Index}]" : name;
        }

        var type = Values.TypeName(state.Target.GetType());
        var ordinal = 1 + run.Objects.Count(o => o.Id < state.Id && o.Target.GetType() == state.Target.GetType());
        return string.Create(CultureInfo.InvariantCulture, $"{type} #{ordinal}");
    }

    /// <summary>A task goes by the name of what completes it.</summary>
    private static bool IsSourceOf(object target, Task task) => target switch
    {
        TaskCompletionSource source => source.Task == task,
        _ => target.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(TaskCompletionSource<>)
            && type.GetProperty(nameof(TaskCompletionSource.Task))!.GetValue(target) == task,
    };

    private string Of(ObjectState owner, Field field, int depth = 0)
    {
        if (field.IsCaptured)
        {
            return field.Name;
        }

        var peers = run.Objects.Where(o => o.Target.GetType() == owner.Target.GetType()).Take(2).Count();
        return peers < 2 ? field.Name : $"{Of(owner, depth + 1)}.{field.Name}";
    }
}
