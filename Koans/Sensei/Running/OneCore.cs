using System.Runtime.InteropServices;

namespace Sensei.Running;

/// <summary>
/// Keeps the threads of one exploration on one core. Only one of them runs at a time anyway, and waking a thread on
/// another core costs several times as much as on the same, more than ten times on a busy machine.
/// </summary>
internal static partial class OneCore
{
    private const int SetWords = 16;

    private static readonly ulong[] s_all = new ulong[SetWords];

    // Not in a field's initialiser, which may come later than the first call: this has to be read before anything is set.
    static OneCore()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = GetAffinity(0, SetWords * sizeof(ulong), ref s_all[0]);
        }
        else if (OperatingSystem.IsWindows() && GetProcessAffinityMask(GetCurrentProcess(), out var mask, out _))
        {
            s_all[0] = mask;
        }
    }

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
            Span<ulong> set = stackalloc ulong[SetWords];
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

    /// <summary>Lets the calling thread run on every core again that the process may use.</summary>
    internal static void Leave()
    {
        if (s_all.AsSpan().ContainsAnyExcept(0UL))
        {
            if (OperatingSystem.IsLinux())
            {
                _ = SetAffinity(0, SetWords * sizeof(ulong), ref s_all[0]);
            }
            else if (OperatingSystem.IsWindows())
            {
                _ = SetThreadAffinityMask(GetCurrentThread(), (nuint)s_all[0]);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint size, ref ulong set);

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int GetCpu();

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint size, ref ulong set);

    [LibraryImport("kernel32")]
    private static partial uint GetCurrentProcessorNumber();

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentProcess();

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetProcessAffinityMask(nint process, out nuint mask, out nuint system);

    [LibraryImport("kernel32")]
    private static partial nuint SetThreadAffinityMask(nint thread, nuint mask);
}
