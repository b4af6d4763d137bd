using System.Runtime.InteropServices;

namespace Sensei.Running;

/// <summary>
/// Passes the right to run from one operating-system thread to another: the owner waits, anybody signals. A run hands
/// over at nearly every step, so this is most of what a run costs. .NET's own events spin before they wait, which
/// helps only when the other side runs on another core; here it never does, see <see cref="OneCore"/>.
/// </summary>
internal abstract class Baton
{
    /// <summary>Lets the owner go on.</summary>
    internal abstract void Signal();

    /// <summary>Called by the owner only: returns once somebody has signalled since the last return.</summary>
    internal abstract void AwaitTurn();

    internal static Baton New() => FutexBaton.IsPossible ? new FutexBaton() : new EventBaton();

    private sealed class EventBaton : Baton
    {
        private readonly AutoResetEvent _bell = new(false);

        internal override void Signal() => _bell.Set();

        internal override void AwaitTurn() => _bell.WaitOne();
    }
}

/// <summary>A baton made of one word and Linux's futex: no spinning, and one system call on either side.</summary>
internal sealed unsafe partial class FutexBaton : Baton
{
    private const int Idle = 0, Signalled = 1, Parked = 2;
    private const int WaitPrivate = 128, WakePrivate = 129;

    private static readonly nint s_futex = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => 0,
    };

    // outside the managed heap, where nothing moves it while the kernel looks at it
    private readonly int* _turn = (int*)NativeMemory.AllocZeroed(64);

    ~FutexBaton() => NativeMemory.Free(_turn);

    internal static bool IsPossible { get; } = OperatingSystem.IsLinux() && s_futex != 0;

    internal override void Signal()
    {
        if (Interlocked.Exchange(ref *_turn, Signalled) == Parked)
        {
            _ = SystemCall(s_futex, _turn, WakePrivate, 1, null);
        }
    }

    internal override void AwaitTurn()
    {
        if (Interlocked.CompareExchange(ref *_turn, Parked, Idle) == Idle)
        {
            while (Volatile.Read(ref *_turn) == Parked)
            {
                _ = SystemCall(s_futex, _turn, WaitPrivate, Parked, null);
            }
        }

        Volatile.Write(ref *_turn, Idle);
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, int* address, int operation, int value, void* timeout);
}
