namespace Sensei.Primitives;

/// <summary><see cref="Window"/>: the same, with the lines from which it is used.</summary>
[Follows(typeof(Window))]
public static class Windows
{
    /// <summary>Follows <see cref="Window(string)"/>.</summary>
    public static Window New(string name, int site) => new(name, site);

    /// <summary>Follows <see cref="Window.Post(Action)"/>.</summary>
    public static void Post(Window target, Action handler, int site) => target.Post(handler, site);

    /// <summary>Follows <see cref="Window.InvokeAsync(Func{Task})"/>.</summary>
    public static Task InvokeAsync(Window target, Func<Task> handler, int site) => target.InvokeAsync(handler, site);

    /// <summary>Follows <see cref="Window.Dispose()"/>.</summary>
    public static void Dispose(Window target, int site) => target.Dispose(site);
}
