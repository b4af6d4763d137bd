using System.Reflection;
using Sensei.Primitives;

namespace Sensei.Weaving;

/// <summary>
/// What of .NET's threading is followed: every member that a class with <see cref="FollowsAttribute"/> stands in for,
/// and the few that need nothing. All else in System.Threading is not followed, and says so.
/// </summary>
internal static class Followed
{
    private static readonly Dictionary<string, MethodInfo> s_standIns = Find();

    /// <summary>Types of System.Threading that can be used as they are: they hold data, or only name things.</summary>
    private static readonly HashSet<string> s_harmlessTypes =
    [
        "System.Threading.Timeout",
        "System.Threading.Tasks.ParallelOptions",
        "System.Threading.Tasks.ParallelLoopResult",
        "System.Threading.Tasks.TaskAsyncEnumerableExtensions",
        "System.Threading.Tasks.TaskSchedulerException",
        "System.Threading.Tasks.Sources.IValueTaskSource",
        "System.Threading.Tasks.Sources.IValueTaskSource`1",
        "System.Threading.Tasks.TaskCanceledException",
        "System.Threading.ThreadStart",
        "System.Threading.TimerCallback",
        "System.Threading.WaitCallback",
        "System.Threading.WaitOrTimerCallback",
        "System.Threading.ContextCallback",
        "System.Threading.SendOrPostCallback",
        "System.Threading.ParameterizedThreadStart",
        "System.Threading.ThreadState",
        "System.Threading.ThreadStateException",
        "System.Threading.SynchronizationLockException",
        "System.Threading.LockRecursionException",
        "System.Threading.SemaphoreFullException",
        "System.Threading.ThreadInterruptedException",
        "System.Threading.AbandonedMutexException",
        "System.Threading.EventResetMode",
        "System.Threading.LockRecursionPolicy",
        "System.Threading.AsyncLocal`1",
        "System.Threading.AsyncLocalValueChangedArgs`1",
        "System.Threading.LazyThreadSafetyMode",
        "System.Threading.BarrierPostPhaseException",
        "System.Threading.Channels.Channel`1",
        "System.Threading.Channels.Channel`2",
        "System.Threading.Channels.ChannelOptions",
        "System.Threading.Channels.BoundedChannelOptions",
        "System.Threading.Channels.BoundedChannelFullMode",
        "System.Threading.Channels.UnboundedChannelOptions",
        "System.Threading.Channels.UnboundedPrioritizedChannelOptions`1",
        "System.Threading.Channels.ChannelClosedException",
        "System.Threading.AutoResetEvent",
        "System.Threading.ManualResetEvent",
    ];

    /// <summary>Members that are safe on the real object, because it is not shared or does not change.</summary>
    private static readonly HashSet<string> s_harmlessMembers =
    [
        "System.Threading.Thread::get_Name",
        "System.Threading.Thread::set_Name",
        "System.Threading.Thread::get_IsBackground",
        "System.Threading.Thread::set_IsBackground",
        "System.Threading.Thread::get_Priority",
        "System.Threading.Thread::set_Priority",
        "System.Threading.Thread::BeginCriticalRegion",
        "System.Threading.Thread::EndCriticalRegion",
        "System.Threading.Thread::BeginThreadAffinity",
        "System.Threading.Thread::EndThreadAffinity",
        "System.Threading.Tasks.Task::FromResult",
        "System.Threading.Tasks.Task::FromException",
        "System.Threading.Tasks.Task::FromCanceled",
        "System.Threading.Tasks.Task::get_CompletedTask",
        "System.Threading.Tasks.Task::get_Factory",
        "System.Threading.Tasks.Task::get_Id",
        "System.Threading.Tasks.Task::Yield",
        "System.Threading.Tasks.Task::GetAwaiter",
        "System.Threading.Tasks.Task::ConfigureAwait",
        "System.Threading.Tasks.Task::Dispose",
        "System.Threading.Tasks.ValueTask::AsTask",
        "System.Threading.Tasks.ValueTask`1::AsTask",
        "System.Threading.Tasks.Task`1::GetAwaiter",
        "System.Threading.Tasks.Task`1::ConfigureAwait",
        "System.Threading.Tasks.Task::get_AsyncState",
        "System.Threading.Tasks.Task`1::get_Factory",
        "System.Threading.Tasks.TaskFactory::.ctor",
        "System.Threading.Tasks.TaskFactory::get_CancellationToken",
        "System.Threading.Tasks.TaskFactory::get_ContinuationOptions",
        "System.Threading.Tasks.TaskFactory::get_CreationOptions",
        "System.Threading.Tasks.TaskFactory::get_Scheduler",
        "System.Threading.Tasks.TaskFactory`1::.ctor",
        "System.Threading.Tasks.TaskFactory`1::get_CancellationToken",
        "System.Threading.Tasks.TaskFactory`1::get_ContinuationOptions",
        "System.Threading.Tasks.TaskFactory`1::get_CreationOptions",
        "System.Threading.Tasks.TaskFactory`1::get_Scheduler",
        "System.Threading.Tasks.TaskScheduler::get_MaximumConcurrencyLevel",
        "System.Threading.Tasks.TaskScheduler::get_Id",
        "System.Threading.Tasks.ValueTask::.ctor",
        "System.Threading.Tasks.ValueTask::get_CompletedTask",
        "System.Threading.Tasks.ValueTask::FromResult",
        "System.Threading.Tasks.ValueTask::FromCanceled",
        "System.Threading.Tasks.ValueTask::FromException",
        "System.Threading.Tasks.ValueTask::GetAwaiter",
        "System.Threading.Tasks.ValueTask::ConfigureAwait",
        "System.Threading.Tasks.ValueTask::Equals",
        "System.Threading.Tasks.ValueTask::GetHashCode",
        "System.Threading.Tasks.ValueTask::op_Equality",
        "System.Threading.Tasks.ValueTask::op_Inequality",
        "System.Threading.Tasks.ValueTask::CreateAsyncMethodBuilder",
        "System.Threading.Tasks.ValueTask`1::.ctor",
        "System.Threading.Tasks.ValueTask`1::GetAwaiter",
        "System.Threading.Tasks.ValueTask`1::ConfigureAwait",
        "System.Threading.Tasks.ValueTask`1::Equals",
        "System.Threading.Tasks.ValueTask`1::GetHashCode",
        "System.Threading.Tasks.ValueTask`1::ToString",
        "System.Threading.Tasks.ValueTask`1::op_Equality",
        "System.Threading.Tasks.ValueTask`1::op_Inequality",
        "System.Threading.Tasks.ValueTask`1::CreateAsyncMethodBuilder",
        "System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore`1::get_Version",
        "System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore`1::get_RunContinuationsAsynchronously",
        "System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore`1::set_RunContinuationsAsynchronously",
        "System.Threading.SynchronizationContext::.ctor",
        "System.Threading.SynchronizationContext::CreateCopy",
        "System.Threading.SynchronizationContext::OperationStarted",
        "System.Threading.SynchronizationContext::OperationCompleted",
        "System.Threading.SynchronizationContext::IsWaitNotificationRequired",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder::Create",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder::Start",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder::get_Task",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder::SetStateMachine",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder`1::Create",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder`1::Start",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder`1::get_Task",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder`1::SetStateMachine",
        "System.Runtime.CompilerServices.AsyncIteratorMethodBuilder::Create",
        "System.Runtime.CompilerServices.AsyncIteratorMethodBuilder::MoveNext",
        "System.Runtime.CompilerServices.AsyncIteratorMethodBuilder::Complete",
        "System.Threading.Tasks.TaskCompletionSource::.ctor",
        "System.Threading.Tasks.TaskCompletionSource::get_Task",
        "System.Threading.Tasks.TaskCompletionSource`1::.ctor",
        "System.Threading.Tasks.TaskCompletionSource`1::get_Task",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder::Create",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder::Start",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder::get_Task",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder::SetStateMachine",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1::Create",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1::Start",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1::get_Task",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1::SetStateMachine",
        "System.Runtime.CompilerServices.AsyncVoidMethodBuilder::Create",
        "System.Runtime.CompilerServices.AsyncVoidMethodBuilder::Start",
        "System.Runtime.CompilerServices.AsyncVoidMethodBuilder::SetStateMachine",
        "System.Threading.Lock::.ctor",
        "System.Threading.ThreadLocal`1::.ctor",
        "System.Threading.Lock::get_IsHeldByCurrentThread",
        "System.Threading.SemaphoreSlim::.ctor",
        "System.Threading.Mutex::.ctor",
        "System.Threading.WaitHandle::get_SafeWaitHandle",
        "System.Threading.ManualResetEventSlim::.ctor",
        "System.Threading.ManualResetEventSlim::get_SpinCount",
        "System.Threading.CountdownEvent::.ctor",
        "System.Threading.Barrier::.ctor",
        "System.Lazy`1::.ctor",
        "System.Threading.ReaderWriterLockSlim::.ctor",
        "System.Threading.ReaderWriterLockSlim::get_IsReadLockHeld",
        "System.Threading.ReaderWriterLockSlim::get_IsWriteLockHeld",
        "System.Threading.ReaderWriterLockSlim::get_IsUpgradeableReadLockHeld",
        "System.Threading.ReaderWriterLockSlim::get_RecursionPolicy",
        "System.Threading.ReaderWriterLockSlim::get_RecursiveReadCount",
        "System.Threading.ReaderWriterLockSlim::get_RecursiveWriteCount",
        "System.Threading.ReaderWriterLockSlim::get_RecursiveUpgradeCount",
        "System.Threading.CancellationToken::.ctor",
        "System.Threading.CancellationToken::get_None",
        "System.Threading.CancellationToken::get_CanBeCanceled",
        "System.Threading.CancellationToken::op_Equality",
        "System.Threading.CancellationToken::op_Inequality",
        "System.Threading.CancellationToken::Equals",
        "System.Threading.CancellationToken::GetHashCode",
        "System.Threading.CancellationTokenRegistration::get_Token",
        "System.Threading.CancellationTokenRegistration::op_Equality",
        "System.Threading.CancellationTokenRegistration::op_Inequality",
        "System.Threading.CancellationTokenRegistration::Equals",
        "System.Threading.CancellationTokenRegistration::GetHashCode",
        "System.Threading.Channels.ChannelReader`1::.ctor",
        "System.Threading.Channels.ChannelReader`1::get_CanCount",
        "System.Threading.Channels.ChannelReader`1::get_CanPeek",
        "System.Threading.Channels.ChannelWriter`1::.ctor",
        "System.Threading.SpinLock::.ctor",
        "System.Threading.SpinLock::get_IsThreadOwnerTrackingEnabled",
    ];

    /// <summary>The method that stands in for a member, or null.</summary>
    internal static MethodInfo? StandIn(string signature) => s_standIns.GetValueOrDefault(signature);

    /// <summary>Whether calling the member needs somebody to follow it.</summary>
    internal static bool NeedsFollowing(string type, string member)
    {
        if (!type.StartsWith("System.Threading.", StringComparison.Ordinal)
            && !type.StartsWith("System.Timers.", StringComparison.Ordinal)
            && !type.StartsWith("System.Runtime.CompilerServices.AsyncTaskMethodBuilder", StringComparison.Ordinal)
            && !type.StartsWith("System.Runtime.CompilerServices.AsyncVoidMethodBuilder", StringComparison.Ordinal)
            && !type.StartsWith("System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder", StringComparison.Ordinal)
            && !type.StartsWith("System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder", StringComparison.Ordinal)
            && type != "System.Runtime.CompilerServices.AsyncIteratorMethodBuilder"
            && type is not ("System.Linq.AsyncEnumerable" or "System.Linq.ParallelEnumerable"
                or "System.Runtime.InteropServices.CollectionsMarshal" or "System.Runtime.InteropServices.NativeMemory")
            && !IsOfFiles(type, member)
            && !(type == "System.Runtime.CompilerServices.Unsafe" && IsCopyOfMemory(member))
            && !GoesPastTheCode(type, member)
            && type is not ("System.Lazy`1" or "System.Collections.Concurrent.BlockingCollection`1"
                or "System.Collections.Immutable.ImmutableInterlocked"))
        {
            return false;
        }

        if (type == "System.Collections.Concurrent.BlockingCollection`1" && member == ".ctor")
        {
            return false;
        }

        return !s_harmlessTypes.Contains(type) && !s_harmlessMembers.Contains($"{type}::{member}");
    }

    /// <summary>Bytes are moved that belong to places of which nobody has said which.</summary>
    private static bool IsCopyOfMemory(string member) =>
        member.EndsWith("Unaligned", StringComparison.Ordinal) || member is "CopyBlock" or "InitBlock" or "Copy" or "Read" or "Write";

    /// <summary>Fields are read and written by something that is not code of the learner's.</summary>
    private static bool GoesPastTheCode(string type, string member) => type switch
    {
        "Microsoft.CSharp.RuntimeBinder.Binder" => true,
        "System.Reflection.FieldInfo" => member is "GetValue" or "SetValue",
        "System.Linq.Expressions.Expression`1" or "System.Linq.Expressions.LambdaExpression" => member == "Compile",
        _ => false,
    };

    /// <summary>What to use instead of something that is not followed.</summary>
    internal static string Instead(string type) => type switch
    {
        "System.Linq.ParallelEnumerable" => "Parallel.ForEach or tasks",
        "System.Threading.Tasks.ConcurrentExclusiveSchedulerPair" => "a lock or a channel",
        _ when type.Contains("Task", StringComparison.Ordinal) => "threads",
        "System.Threading.ReaderWriterLockSlim" or "System.Threading.ReaderWriterLock" => "a lock",
        "System.Lazy`1" => "a lock and a field",
        "Microsoft.CSharp.RuntimeBinder.Binder" => "a type",
        "System.Reflection.FieldInfo" => "the field itself",
        "System.Linq.Expressions.Expression`1" or "System.Linq.Expressions.LambdaExpression" => "a lambda",
        "System.Runtime.InteropServices.CollectionsMarshal" => "the collection's own members",
        "System.Runtime.InteropServices.NativeMemory" or "System.Runtime.CompilerServices.Unsafe" => "a field or an array",
        "System.Timers.Timer" => "System.Threading.Timer",
        _ when type.StartsWith("System.IO.", StringComparison.Ordinal) => "File, FileStream or StreamWriter, and a name such as \"log.txt\"",
        _ when type.Contains("Event", StringComparison.Ordinal) => "Monitor.Wait and Monitor.PulseAll",
        _ => "a lock, Monitor or Interlocked",
    };

    /// <summary>
    /// What looks at files or folders by another way than those that are followed, and would not find the files of the run.
    /// </summary>
    private static bool IsOfFiles(string type, string member) => type switch
    {
        "System.IO.FileStream" => member is ".ctor" or "get_SafeFileHandle" or "get_Handle" or "Lock" or "Unlock",
        _ => type is "System.IO.File" or "System.IO.FileInfo" or "System.IO.FileSystemInfo" or "System.IO.FileSystemWatcher"
            or "System.IO.Directory" or "System.IO.DirectoryInfo" or "System.IO.RandomAccess"
            || type.StartsWith("System.IO.MemoryMappedFiles.", StringComparison.Ordinal),
    };

    private static Dictionary<string, MethodInfo> Find()
    {
        var standIns = new Dictionary<string, MethodInfo>();
        foreach (var type in typeof(Followed).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<FollowsAttribute>() is not { Type: var followed })
            {
                continue;
            }

            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                var parameters = method.GetParameters();
                var name = method.Name == "New" ? ".ctor" : method.Name;
                // with and without the receiver: which of the two it is, the type followed tells
                var isInstance = name != ".ctor" && parameters.Length > 1 && IsReceiver(parameters[0].ParameterType, followed)
                    && IsInstance(followed, name, parameters[1..^1]);
                var own = parameters[(isInstance ? 1 : 0)..^1];
                standIns[Signature.Of(followed, name, own)] = method;
            }
        }

        return standIns;
    }

    private static bool IsReceiver(Type parameter, Type followed)
    {
        var type = parameter.IsByRef ? parameter.GetElementType()! : parameter;
        return type == followed || (type.IsGenericType && type.GetGenericTypeDefinition() == followed);
    }

    private static bool IsInstance(Type followed, string name, ReadOnlySpan<ParameterInfo> parameters)
    {
        foreach (var member in followed.GetMember(name, BindingFlags.Public | BindingFlags.Instance))
        {
            if (member is MethodInfo method && method.GetParameters().Length == parameters.Length)
            {
                return true;
            }
        }

        return false;
    }
}
