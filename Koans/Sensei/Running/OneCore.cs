using System.Runtime.InteropServices;

namespace Sensei.Running;

/// <summary>
/// Keeps the threads of one exploration on one core. Only one of them runs at a time anyway, and waking a thread on
/// another core costs several times as much as on the same, more than ten times on a busy machine.
/// </summary>
internal static partial class OneCore
{
    /// <summary>Whether threads can be kept on one core here.</summary>
    internal static bool IsPossible { get; } = OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>The core that the calling thread runs on; -1 where that cannot be told.</summary>
    internal static int Current()
    {
        if (OperatingSystem.IsLinux())
        {
            return GetCpu();
        }

        return OperatingSystem.IsWindows() ? (int)GetCurrentProcessorNumber() : -1;
    }

    /// <summary>Keeps the calling thread on a core from now on.</summary>
    internal static void StayOn(int core)
    {
        if (core < 0)
        {
            return;
        }

        if (OperatingSystem.IsLinux())
        {
            Span<ulong> set = stackalloc ulong[16];
            set.Clear();
            if (core < set.Length * 64)
            {
                set[core / 64] = 1UL << (core % 64);
                _ = SetAffinity(0, set.Length * sizeof(ulong), ref MemoryMarshal.GetReference(set));
            }
        }
        else if (OperatingSystem.IsWindows() && core < 64)
        {
            _ = SetThreadAffinityMask(GetCurrentThread(), (nuint)1 << core);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int GetCpu();

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint size, ref ulong set);

    [LibraryImport("kernel32")]
    private static partial uint GetCurrentProcessorNumber();

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32")]
    private static partial nuint SetThreadAffinityMask(nint thread, nuint mask);
}
