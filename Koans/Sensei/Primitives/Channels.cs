using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="Channel"/>: the makers of channels.</summary>
[Follows(typeof(Channel))]
public static class Channels
{
    /// <summary>Follows <see cref="Channel.CreateUnbounded{T}()"/>.</summary>
    public static Channel<T> CreateUnbounded<T>(int site) => Make(Channel.CreateUnbounded<T>(), null);

    /// <summary>Follows <see cref="Channel.CreateUnbounded{T}(UnboundedChannelOptions)"/>.</summary>
    public static Channel<T> CreateUnbounded<T>(UnboundedChannelOptions options, int site) =>
        Make(Channel.CreateUnbounded<T>(options), options);

    /// <summary>Follows <see cref="Channel.CreateUnboundedPrioritized{T}()"/>.</summary>
    public static Channel<T> CreateUnboundedPrioritized<T>(int site) => Make(Channel.CreateUnboundedPrioritized<T>(), null);

    /// <summary>Follows <see cref="Channel.CreateUnboundedPrioritized{T}(UnboundedPrioritizedChannelOptions{T})"/>.</summary>
    public static Channel<T> CreateUnboundedPrioritized<T>(UnboundedPrioritizedChannelOptions<T> options, int site) =>
        Make(Channel.CreateUnboundedPrioritized(options), options);

    /// <summary>Follows <see cref="Channel.CreateBounded{T}(int)"/>.</summary>
    public static Channel<T> CreateBounded<T>(int capacity, int site) => Make(Channel.CreateBounded<T>(capacity), null);

    /// <summary>Follows <see cref="Channel.CreateBounded{T}(BoundedChannelOptions)"/>.</summary>
    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options, int site) =>
        CreateBounded<T>(options, null, site);

    /// <summary>
    /// Follows <see cref="Channel.CreateBounded{T}(BoundedChannelOptions, Action{T})"/>: what is dropped is first put
    /// aside, and handed to the learner's method once the channel is done with it.
    /// </summary>
    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options, Action<T>? itemDropped, int site)
    {
        if (Strand.Current is not { } me)
        {
            return Channel.CreateBounded(options, itemDropped);
        }

        var dropped = new Queue<T>();
        var channel = Channel.CreateBounded<T>(options, dropped.Enqueue);
        Pipe<T>.Begin(me.Run, channel, options.AllowSynchronousContinuations, dropped, itemDropped);
        return channel;
    }

    private static Channel<T> Make<T>(Channel<T> channel, ChannelOptions? options)
    {
        if (Strand.Current is { } me)
        {
            Pipe<T>.Begin(me.Run, channel, options?.AllowSynchronousContinuations == true, [], null);
        }

        return channel;
    }
}

/// <summary><see cref="ChannelReader{T}"/>. One that the learner wrote is code like any other.</summary>
[Follows(typeof(ChannelReader<>))]
public static class ChannelReaders<T>
{
    /// <summary>Follows <see cref="ChannelReader{T}.TryRead"/>.</summary>
    public static bool TryRead(ChannelReader<T> target, [MaybeNullWhen(false)] out T item, int site) =>
        Pipe<T>.Of(target) is { } pipe ? pipe.TryRead(Strand.Current!, out item, site) : target.TryRead(out item);

    /// <summary>Follows <see cref="ChannelReader{T}.TryPeek"/>.</summary>
    public static bool TryPeek(ChannelReader<T> target, [MaybeNullWhen(false)] out T item, int site) =>
        Pipe<T>.Of(target) is { } pipe ? pipe.TryPeek(Strand.Current!, out item, site) : target.TryPeek(out item);

    /// <summary>Follows <see cref="ChannelReader{T}.ReadAsync"/>: those who wait are served in their order.</summary>
    public static ValueTask<T> ReadAsync(ChannelReader<T> target, CancellationToken cancellationToken, int site) =>
        Pipe<T>.Of(target) is { } pipe
            ? pipe.ReadAsync(Strand.Current!, cancellationToken, site)
            : target.ReadAsync(cancellationToken);

    /// <summary>Follows <see cref="ChannelReader{T}.WaitToReadAsync"/>: all who wait are woken, and compete.</summary>
    public static ValueTask<bool> WaitToReadAsync(ChannelReader<T> target, CancellationToken cancellationToken, int site) =>
        Pipe<T>.Of(target) is { } pipe
            ? pipe.WaitToReadAsync(Strand.Current!, cancellationToken, site)
            : target.WaitToReadAsync(cancellationToken);

    /// <summary>Follows <see cref="ChannelReader{T}.ReadAllAsync"/>.</summary>
    public static IAsyncEnumerable<T> ReadAllAsync(ChannelReader<T> target, CancellationToken cancellationToken, int site) =>
        Pipe<T>.Of(target) is { } pipe
            ? new PipeItems<T>(pipe, cancellationToken, site)
            : target.ReadAllAsync(cancellationToken);

    /// <summary>Follows <see cref="ChannelReader{T}.Completion"/>.</summary>
    public static Task get_Completion(ChannelReader<T> target, int site) => Pipe<T>.Of(target)?.Completion ?? target.Completion;

    /// <summary>Follows <see cref="ChannelReader{T}.Count"/>.</summary>
    public static int get_Count(ChannelReader<T> target, int site) =>
        Pipe<T>.Of(target) is { } pipe && target.CanCount ? pipe.Count(Strand.Current!, site) : target.Count;
}

/// <summary><see cref="ChannelWriter{T}"/>.</summary>
[Follows(typeof(ChannelWriter<>))]
public static class ChannelWriters<T>
{
    /// <summary>Follows <see cref="ChannelWriter{T}.TryWrite"/>.</summary>
    public static bool TryWrite(ChannelWriter<T> target, T item, int site) =>
        Pipe<T>.Of(target) is { } pipe ? pipe.TryWrite(Strand.Current!, item, site) : target.TryWrite(item);

    /// <summary>Follows <see cref="ChannelWriter{T}.WriteAsync"/>: those who wait for room are served in their order.</summary>
    public static ValueTask WriteAsync(ChannelWriter<T> target, T item, CancellationToken cancellationToken, int site) =>
        Pipe<T>.Of(target) is { } pipe
            ? pipe.WriteAsync(Strand.Current!, item, cancellationToken, site)
            : target.WriteAsync(item, cancellationToken);

    /// <summary>Follows <see cref="ChannelWriter{T}.WaitToWriteAsync"/>.</summary>
    public static ValueTask<bool> WaitToWriteAsync(ChannelWriter<T> target, CancellationToken cancellationToken, int site) =>
        Pipe<T>.Of(target) is { } pipe
            ? pipe.WaitToWriteAsync(Strand.Current!, cancellationToken, site)
            : target.WaitToWriteAsync(cancellationToken);

    /// <summary>Follows <see cref="ChannelWriter{T}.TryComplete"/>.</summary>
    public static bool TryComplete(ChannelWriter<T> target, Exception? error, int site) =>
        Pipe<T>.Of(target) is { } pipe ? pipe.TryComplete(Strand.Current!, error, site) : target.TryComplete(error);

    /// <summary>Follows <see cref="ChannelWriter{T}.Complete"/>.</summary>
    public static void Complete(ChannelWriter<T> target, Exception? error, int site)
    {
        if (Pipe<T>.Of(target) is not { } pipe)
        {
            target.Complete(error);
        }
        else if (!pipe.TryComplete(Strand.Current!, error, site))
        {
            throw new ChannelClosedException();
        }
    }
}
