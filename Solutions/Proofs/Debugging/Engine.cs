using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Proofs.Debugging.Unwoven;

/// <summary>The engine of .NET's debuggers: a library that lies beside the runtime, and is of the same version.</summary>
internal static class Engine
{
    private const int ProcessAttach = 1;

    // the newest form of the interfaces
    private const int Version = 5;

    private static readonly StrategyBasedComWrappers s_wrappers = new();

    private static readonly Lazy<nint> s_library = new(Load);

    private delegate int Main(nint library, int reason, nint reserved);

    private delegate int Create(int version, int process, nint group, nint access, nint runtime, out nint engine);

    /// <summary>
    /// Whether a process has come so far that a debugger can go to it: it is named as soon as it has been started, and has
    /// to load its runtime first.
    /// </summary>
    internal static bool CanDebug(Process process)
    {
        process.Refresh();
        return RuntimeIn(process) != 0
            && (OperatingSystem.IsWindows() || Directory.EnumerateFiles(Path.GetTempPath(), $"clr-debug-pipe-{process.Id}-*-in").Any());
    }

    /// <summary>The engine for a process, which has to run the same runtime as this one.</summary>
    /// <exception cref="FileNotFoundException">The runtime has come without its debugging libraries.</exception>
    internal static ICorDebug For(Process process)
    {
        var access = Marshal.StringToHGlobalUni(Beside("mscordaccore"));
        try
        {
            Marshal.ThrowExceptionForHR(Call<Create>(s_library.Value, "CoreCLRCreateCordbObject3")(
                Version, process.Id, 0, access, RuntimeIn(process), out var engine));
            var created = (ICorDebug)s_wrappers.GetOrCreateObjectForComInstance(engine, CreateObjectFlags.None);
            Marshal.Release(engine);
            return created;
        }
        finally
        {
            Marshal.FreeHGlobal(access);
        }
    }

    private static nint Load()
    {
        var library = NativeLibrary.Load(Beside("mscordbi"));
        if (!OperatingSystem.IsWindows())
        {
            // on Windows the system calls it
            Call<Main>(library, "DllMain")(library, ProcessAttach, 0);
        }

        return library;
    }

    private static T Call<T>(nint library, string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name));

    private static nint RuntimeIn(Process process) =>
        process.Modules.Cast<ProcessModule>().FirstOrDefault(module => module.ModuleName == FileOf("coreclr"))?.BaseAddress ?? 0;

    private static string Beside(string library)
    {
        var file = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), FileOf(library));
        return File.Exists(file)
            ? file
            : throw new FileNotFoundException($"The runtime has no {FileOf(library)} beside it, without which nothing can be debugged.", file);
    }

    private static string FileOf(string library) =>
        OperatingSystem.IsWindows() ? library + ".dll" : OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";
}
