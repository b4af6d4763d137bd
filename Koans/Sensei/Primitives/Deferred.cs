using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>A clock that has been set. Whether it needs a thread of its own shows at the next step of the one who set it.</summary>
/// <param name="Task">The task that is complete when it rings.</param>
/// <param name="Start">Gives it a thread of its own.</param>
/// <param name="Ring">Waits for the time and completes the task, on the thread that set it.</param>
internal sealed record Deferred(Task Task, Action<Strand> Start, Action Ring);
