using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Grader.Running;

/// <summary>
/// Ctrl-C, or a workflow that is cancelled, in the middle: the processes that were started end, and no folder of theirs
/// is left.
/// </summary>
internal static class Interrupt
{
    private static readonly Lock s_lock = new();
    private static readonly HashSet<Process> s_processes = [];
    private static readonly HashSet<string> s_folders = [];

    /// <summary>Listens from now on.</summary>
    /// <returns>What ends it.</returns>
    public static IDisposable Heard() => new Listening(
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, End))]);

    /// <summary>Makes a temporary folder, which is deleted when what is returned is disposed of.</summary>
    /// <param name="prefix">How its name begins.</param>
    public static Folder NewFolder(string prefix)
    {
        lock (s_lock)
        {
            var path = Directory.CreateTempSubdirectory(prefix).FullName;
            s_folders.Add(path);
            return new Folder(path);
        }
    }

    /// <summary>Starts a process; <see cref="Ended"/> is to be called when it has ended.</summary>
    public static Process Start(ProcessStartInfo described)
    {
        lock (s_lock)
        {
            var process = Process.Start(described) ?? throw new InvalidOperationException("A process could not be started.");
            s_processes.Add(process);
            return process;
        }
    }

    /// <summary>Says that a process has ended.</summary>
    public static void Ended(Process process)
    {
        lock (s_lock)
        {
            s_processes.Remove(process);
        }
    }

    // the lock is kept to the end, so that nothing new is started or made
    private static void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        s_lock.Enter();
        foreach (var process in s_processes)
        {
            Child.Kill(process);
        }

        foreach (var folder in s_folders)
        {
            Grading.TryDelete(folder);
        }

        Environment.Exit(Exit.Interrupted);
    }

    /// <summary>A temporary folder.</summary>
    internal sealed class Folder(string path) : IDisposable
    {
        /// <summary>Where it is.</summary>
        public string Path => path;

        public void Dispose()
        {
            Grading.TryDelete(path);
            lock (s_lock)
            {
                s_folders.Remove(path);
            }
        }
    }

    private sealed class Listening(IReadOnlyList<IDisposable> signals) : IDisposable
    {
        public void Dispose()
        {
            foreach (var signal in signals)
            {
                signal.Dispose();
            }
        }
    }
}
