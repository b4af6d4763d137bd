namespace Sensei.Running;

/// <summary>
/// Unwinds a learner's thread whose run is over. Woven handlers let it through, so nothing can swallow it.
/// </summary>
internal sealed class RunAbandoned : Exception
{
    internal RunAbandoned()
        : base("This run is over.")
    {
    }
}
