using Sensei.Primitives;
using Sensei.Running;

namespace Sensei;

/// <summary>
/// One thread that handles what is posted to it, one thing after the other, as the thread of a window does. Its
/// <see cref="Context"/> is current in every handler, so that an async handler comes back to it after an await.
/// </summary>
/// <remarks>
/// In a <see cref="KoanAttribute">koan</see> it is explored like any thread: a handler that blocks the window until
/// something is done that only the window can do is a deadlock, exactly. Dispose of it to wait until everything that was
/// posted has been handled, async handlers to their ends.
/// </remarks>
public sealed class Window : IDisposable
{
    private readonly MessageLoop _loop;

    /// <summary>Opens a window: its thread begins to handle what is posted.</summary>
    /// <param name="name">The name of its thread.</param>
    public Window(string name = "the window")
        : this(name, -1)
    {
    }

    internal Window(string name, int site) =>
        _loop = Strand.Current is { } me ? ExploredLoop.Begin(me, name, site) : RealLoop.Begin(name);

    /// <summary>Where what follows an await comes back to, unless it is asked not to.</summary>
    public SynchronizationContext Context => _loop;

    /// <summary>Has the window call a handler, and does not wait for it. The handler may be async.</summary>
    /// <param name="handler">The handler, such as that of a click.</param>
    public void Post(Action handler) => Post(handler, -1);

    /// <summary>Has the window call an async handler, and does not wait for it.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>A task that is complete when the handler has come to its end.</returns>
    public Task InvokeAsync(Func<Task> handler) => InvokeAsync(handler, -1);

    /// <summary>Whether the calling thread is the window's.</summary>
    public bool CheckAccess() => _loop.IsHere;

    /// <summary>Closes the window: waits until everything that was posted has been handled, and for the end of its thread.</summary>
    public void Dispose() => Dispose(-1);

    internal void Post(Action handler, int site)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _loop.Post(static h => ((Action)h!)(), handler, site);
    }

    internal Task InvokeAsync(Func<Task> handler, int site)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _loop.InvokeAsync(handler, site);
    }

    internal void Dispose(int site) => _loop.Close(site);
}
