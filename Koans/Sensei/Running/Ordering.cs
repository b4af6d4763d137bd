namespace Sensei.Running;

/// <summary>
/// What an operation does for the order of memory, as far as data races are concerned. The search itself knows nothing
/// of it: to the search, a plain access and a volatile one are the same.
/// </summary>
internal enum Ordering : byte
{
    /// <summary>
    /// Synchronises, in the way its <see cref="Access"/> says: a read, an acquire and an await take what others have
    /// released there, a release gives, a write does both.
    /// </summary>
    Sync,

    /// <summary>A plain access of memory: orders nothing, and must be ordered by something.</summary>
    Plain,

    /// <summary>A plain write of a reference, which .NET lets a plain read follow: it publishes the object.</summary>
    PlainReference,

    /// <summary>A use of a collection: plain or synchronising, which the collection's type tells.</summary>
    Collection,

    /// <summary>A volatile access: a read takes, a write gives.</summary>
    Volatile,

    /// <summary>Orders nothing by itself, and needs no order: an attempt that may fail, a thread's own slot.</summary>
    None,
}
