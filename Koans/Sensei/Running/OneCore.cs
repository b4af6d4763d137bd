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

    // How many searches each core has; locked while one is taken or given back.
    private static readonly int[] s_searches = new int[SetWords * 64];

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
    private static int Current()
    {
        if (OperatingSystem.IsLinux())
        {
            return GetCpu();
        }

        return OperatingSystem.IsWindows() ? (int)GetCurrentProcessorNumber() : -1;
    }

    /// <summary>
    /// Keeps the calling thread, which begins a search, on a core: on the one that it runs on, unless other searches of this
    /// process have it and there is one that has fewer. Nobody else could part them, since neither may leave.
    /// </summary>
    /// <returns>The core, for <see cref="GiveBack"/>; -1 where that cannot be told.</returns>
    internal static int Take()
    {
        var core = Current();
        if (core < 0 || core >= s_searches.Length)
        {
            return -1;
        }

        lock (s_searches)
        {
            for (var other = 0; other < s_searches.Length && s_searches[core] > 0; other++)
            {
                if ((s_all[other / 64] >> (other % 64) & 1) != 0 && s_searches[other] < s_searches[core])
                {
                    core = other;
                }
            }

            s_searches[core]++;
        }

        StayOn(core);
        return core;
    }

    /// <summary>Ends what <see cref="Take"/> began, on the same thread.</summary>
    internal static void GiveBack(int core)
    {
        if (core >= 0)
        {
            lock (s_searches)
            {
                s_searches[core]--;
            }

            Leave();
        }
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
    private static void Leave()
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
