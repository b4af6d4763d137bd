namespace Grader.Verifying;

/// <summary>
/// What a stub may use of .NET: a list of what is allowed, since nobody can list all that is not. Beyond it lie other
/// processes, the end of this one, the file system, reflection, code made at run time, hooks of the runtime, native code
/// and the stack. It is strong friction, and no sandbox.
/// </summary>
internal static class Allowed
{
    /// <summary>Types of System.IO that reach no file.</summary>
    public static readonly HashSet<string> PlainStreams =
    [
        "System.IO.TextWriter", "System.IO.TextReader", "System.IO.StringWriter", "System.IO.StringReader", "System.IO.IOException",
        "System.IO.InvalidDataException", "System.IO.EndOfStreamException",
    ];

    private static readonly HashSet<string> s_spaces =
    [
        "System", "System.Buffers", "System.Collections", "System.Collections.Concurrent", "System.Collections.Frozen", "System.Collections.Generic",
        "System.Collections.Immutable", "System.Collections.ObjectModel", "System.Collections.Specialized", "System.Diagnostics.CodeAnalysis",
        "System.Diagnostics.Contracts", "System.Globalization", "System.Linq", "System.Numerics", "System.Runtime.CompilerServices",
        "System.Text", "System.Text.RegularExpressions", "System.Threading",
        "System.Threading.Channels", "System.Threading.Tasks", "System.Threading.Tasks.Dataflow", "System.Threading.Tasks.Sources",
        "System.Threading.RateLimiting", "System.Timers",
    ];

    /// <summary>Types of other namespaces, or of which only some members may be used.</summary>
    private static readonly Dictionary<string, string[]?> s_types = new()
    {
        ["System.Diagnostics.Stopwatch"] = null,
        ["System.Diagnostics.UnreachableException"] = null,
        ["System.Diagnostics.Debug"] = ["Assert", "Write", "WriteLine", "WriteIf", "WriteLineIf", "Print"],
        ["System.Diagnostics.ConditionalAttribute"] = null,
        ["System.Diagnostics.DebuggableAttribute"] = null,
        ["System.Diagnostics.DebuggableAttribute/DebuggingModes"] = null,
        ["System.Diagnostics.DebuggerBrowsableAttribute"] = null,
        ["System.Diagnostics.DebuggerBrowsableState"] = null,
        ["System.Diagnostics.DebuggerDisplayAttribute"] = null,
        ["System.Diagnostics.DebuggerHiddenAttribute"] = null,
        ["System.Diagnostics.DebuggerNonUserCodeAttribute"] = null,
        ["System.Diagnostics.DebuggerStepThroughAttribute"] = null,
        ["System.ComponentModel.EditorBrowsableAttribute"] = null,
        ["System.ComponentModel.EditorBrowsableState"] = null,
        ["System.ComponentModel.Win32Exception"] = null,
        ["System.Security.UnverifiableCodeAttribute"] = null,

        // the name of a type
        ["System.Reflection.MemberInfo"] = ["get_Name"],
        ["System.Type"] = ["GetTypeFromHandle", "get_Name", "get_FullName", "op_Equality", "op_Inequality", "Equals", "GetHashCode", "ToString"],
        ["System.Reflection.DefaultMemberAttribute"] = null,

        // what the compiler writes for collection expressions, parameters and spans
        ["System.Runtime.InteropServices.CollectionsMarshal"] = ["SetCount", "AsSpan"],
        ["System.Runtime.InteropServices.ImmutableCollectionsMarshal"] = ["AsImmutableArray"],
        ["System.Runtime.InteropServices.InAttribute"] = null,
        ["System.Runtime.InteropServices.OptionalAttribute"] = null,
        ["System.Runtime.InteropServices.StructLayoutAttribute"] = null,

        // what passes through without being looked into
        ["System.RuntimeTypeHandle"] = [],
        ["System.RuntimeFieldHandle"] = [],
        ["System.Attribute"] = [".ctor"],
        ["System.Runtime.ExceptionServices.ExceptionDispatchInfo"] = ["Capture", "Throw", "get_SourceException"],

        ["System.Environment"] = ["get_ProcessorCount", "get_TickCount", "get_TickCount64", "get_NewLine", "get_CurrentManagedThreadId"],
        ["System.GC"] = ["KeepAlive", "SuppressFinalize", "Collect", "WaitForPendingFinalizers"],
        ["System.Console"] = ["Write", "WriteLine", "get_Out", "get_Error"],
        ["System.Delegate"] = ["Combine", "Remove", "RemoveAll", "op_Equality", "op_Inequality", "Equals", "GetHashCode", "GetInvocationList"],
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = ["InitializeArray", "CreateSpan", "GetSubArray", "GetHashCode", "EnsureSufficientExecutionStack", "IsReferenceOrContainsReferences"],
    };

    private static readonly HashSet<string> s_never =
    [
        "System.Activator", "System.AppContext", "System.AppDomain", "System.ArgIterator", "System.ModuleHandle", "System.RuntimeArgumentHandle",
        "System.RuntimeMethodHandle", "System.TypedReference", "System.LoaderOptimizationAttribute", "System.MTAThreadAttribute", "System.STAThreadAttribute",
        "System.AppDomainSetup", "System.AssemblyLoadEventHandler", "System.UnhandledExceptionEventHandler",
        "System.Buffers.MemoryHandle", "System.Buffers.MemoryManager`1",
        "System.Runtime.CompilerServices.CallSite", "System.Runtime.CompilerServices.CallSite`1", "System.Runtime.CompilerServices.CallSiteBinder",
        "System.Runtime.CompilerServices.CallSiteHelpers", "System.Runtime.CompilerServices.CallSiteOps", "System.Runtime.CompilerServices.Closure",
        "System.Runtime.CompilerServices.ContractHelper", "System.Runtime.CompilerServices.DebugInfoGenerator", "System.Runtime.CompilerServices.RuleCache`1",
        "System.Runtime.CompilerServices.ModuleInitializerAttribute", "System.Runtime.CompilerServices.RuntimeOps",
        "System.Runtime.CompilerServices.Unsafe", "System.Runtime.CompilerServices.UnsafeAccessorAttribute", "System.Runtime.CompilerServices.UnsafeAccessorKind",
        "System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute", "System.Runtime.CompilerServices.RuntimeWrappedException",

        // memory beyond what is given, and no bounds that are checked
        "System.Numerics.Vector", "System.Numerics.Vector`1", "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4",
        "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4", "System.Numerics.Plane", "System.Numerics.Quaternion",

        // one for the whole process
        "System.UriParser", "System.GenericUriParser", "System.Text.EncodingProvider", "System.Text.CodePagesEncodingProvider",
        "System.Threading.NativeOverlapped", "System.Threading.Overlapped", "System.Threading.PreAllocatedOverlapped", "System.Threading.ThreadPoolBoundHandle",
        "System.Threading.IOCompletionCallback", "System.Threading.CompressedStack", "System.Threading.HostExecutionContextManager",
    ];

    /// <summary>Members of types that may be used otherwise.</summary>
    private static readonly HashSet<string> s_neverMembers =
    [
        "System.Exception::get_StackTrace", "System.Exception::get_TargetSite",
        "System.MulticastDelegate::get_Method", "System.MulticastDelegate::get_Target",
        "System.String::Intern", "System.Threading.WaitHandle::get_SafeWaitHandle", "System.Threading.WaitHandle::set_SafeWaitHandle",
        "System.Threading.WaitHandle::get_Handle", "System.Threading.WaitHandle::set_Handle",
        "System.Threading.ThreadPool::SetMinThreads", "System.Threading.ThreadPool::SetMaxThreads", "System.Threading.ThreadPool::BindHandle",
        "System.Threading.ThreadPool::UnsafeQueueNativeOverlapped",
        "System.Threading.Tasks.TaskScheduler::add_UnobservedTaskException",
        "System.Text.RegularExpressions.Regex::CompileToAssembly",
        "System.Threading.Mutex::OpenExisting", "System.Threading.Semaphore::OpenExisting", "System.Threading.EventWaitHandle::OpenExisting",
        "System.Net.ServicePointManager::set_ServerCertificateValidationCallback",
    ];

    private static readonly HashSet<string> s_neverFiles =
    [
        "System.IO.FileSystemWatcher", "System.IO.UnmanagedMemoryStream", "System.IO.UnmanagedMemoryAccessor", "System.IO.DriveInfo",
        "System.IO.RandomAccess", "System.IO.UnixFileMode", "System.IO.FileAttributes", "System.Net.Sockets.UnixDomainSocketEndPoint",
    ];

    /// <summary>Whether a type may be named.</summary>
    public static bool Type(string type, Needs needs)
    {
        var outer = type.Split('/')[0];
        if (s_never.Contains(outer) || s_neverFiles.Contains(outer))
        {
            return false;
        }

        var need = NeedsOf.Of(outer);
        return need != Needs.Nothing
            ? needs.HasFlag(need)
            : PlainStreams.Contains(outer) || s_types.ContainsKey(type) || s_spaces.Contains(Space(outer));
    }

    /// <summary>Whether a member may be used, of a type that may be.</summary>
    public static bool Member(string type, string member) =>
        !s_neverMembers.Contains($"{type}::{member}") && (s_types.GetValueOrDefault(type) is not { } members || members.Contains(member));

    private static string Space(string type) => type[..Math.Max(0, type.LastIndexOf('.'))];
}
