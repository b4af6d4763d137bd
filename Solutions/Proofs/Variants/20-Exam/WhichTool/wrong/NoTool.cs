// a type that is no tool.
namespace Koans.Exam;

// Each job wants one of these, and some jobs would take more than one of them: object (for lock), Lock, Mutex,
// SemaphoreSlim, ReaderWriterLockSlim, ManualResetEventSlim, AutoResetEvent, CountdownEvent, Barrier.
public static class WhichTool
{
    // One cook at a time is at the pan.
    public static Type OneAtThePan => typeof(Lock);

    // Two fit at the stove at once, and no third.
    public static Type TwoAtTheStove => typeof(SemaphoreSlim);

    // Everybody may look at the menu together, but whoever changes it is alone with it.
    public static Type ManyReadOneWrites => typeof(ReaderWriterLockSlim);

    // One bang, and all the runners who wait are off.
    public static Type TheStartingGun => typeof(ManualResetEventSlim);

    // Every ring lets one guest in.
    public static Type OneGuestPerRing => typeof(AutoResetEvent);

    // Breakfast is served when both parts of it are done.
    public static Type BothPartsAreDone => typeof(Thread);
}
