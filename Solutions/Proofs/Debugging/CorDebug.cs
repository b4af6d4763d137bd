using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Proofs.Debugging.Unwoven;

// The debugging interfaces of .NET, as far as a debugger needs them that sets breakpoints and looks at values. Their
// numbers, and the order of their methods, are documented: https://learn.microsoft.com/dotnet/core/unmanaged-api/debugging/.
// A method that nobody calls here stands for its place in the order, without its parameters.

[GeneratedComInterface, Guid("3d6f5f61-7538-11d3-8d5b-00104b35e7ef")]
internal partial interface ICorDebug
{
    void Initialize();
    void Terminate();
    void SetManagedHandler(ICorDebugManagedCallback callback);
    void SetUnmanagedHandler();
    void CreateProcess();
    void DebugActiveProcess(int id, int win32Attach, out ICorDebugProcess process);
}

[GeneratedComInterface, Guid("3d6f5f64-7538-11d3-8d5b-00104b35e7ef")]
internal partial interface ICorDebugProcess
{
    void Stop();
    void Continue(int isOutOfBand);
    void IsRunning();
    void HasQueuedCallbacks();
    void EnumerateThreads();
    void SetAllThreadsDebugState(int isSuspended, ICorDebugThread? butOne);
    void Detach();
    void Terminate();
    void CanCommitChanges();
    void CommitChanges();
    void GetID();
    void GetHandle();
    void GetThread();
    void EnumerateObjects();
    void IsTransitionStub();
    void IsOSSuspended();
    void GetThreadContext();
    void SetThreadContext();
    void ReadMemory(long address, int size, [MarshalUsing(CountElementName = nameof(size))][Out] byte[] buffer, out nint count);
}

[GeneratedComInterface, Guid("2EE06488-C0D4-42B1-B26D-F3795EF606FB")]
internal partial interface ICorDebugProcess3
{
    void SetEnableCustomNotification(ICorDebugClass type, int isEnabled);
}

[GeneratedComInterface, Guid("dba2d8c1-e5c5-4069-8c13-10a7c6abf43d")]
internal partial interface ICorDebugModule
{
    void GetProcess();
    void GetBaseAddress(out long address);
    void GetAssembly();
    void GetName(int size, out int length, [MarshalUsing(CountElementName = nameof(size))][Out] ushort[] name);
    void EnableJITDebugging();
    void EnableClassLoadCallbacks();
    void GetFunctionFromToken(int token, out ICorDebugFunction function);
    void GetFunctionFromRVA();
    void GetClassFromToken(int token, out ICorDebugClass type);
    void CreateBreakpoint();
    void GetEditAndContinueSnapshot();
    void GetMetaDataInterface();
    void GetToken();
    void IsDynamic();
    void GetGlobalVariableValue();
    void GetSize(out int size);
    void IsInMemory(out int isInMemory);
}

[GeneratedComInterface, Guid("CC7BCAF3-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugFunction
{
    void GetModule(out ICorDebugModule module);
    void GetClass(out ICorDebugClass type);
    void GetToken(out int token);
    void GetILCode(out ICorDebugCode code);
}

[GeneratedComInterface, Guid("CC7BCAF5-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugClass
{
    void GetModule();
    void GetToken(out int token);
}

[GeneratedComInterface, Guid("CC7BCAF4-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugCode
{
    void IsIL();
    void GetFunction();
    void GetAddress();
    void GetSize();
    void CreateBreakpoint(int offset, out ICorDebugFunctionBreakpoint breakpoint);
}

[GeneratedComInterface, Guid("CC7BCAE9-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugFunctionBreakpoint
{
    void Activate(int isActive);
    void IsActive();
    void GetFunction(out ICorDebugFunction function);
    void GetOffset(out int offset);
}

[GeneratedComInterface, Guid("938c6d66-7fb6-4f69-b389-425b8987329b")]
internal partial interface ICorDebugThread
{
    void GetProcess();
    void GetID();
    void GetHandle();
    void GetAppDomain();
    void SetDebugState();
    void GetDebugState();
    void GetUserState();
    void GetCurrentException();
    void ClearCurrentException();
    void CreateStepper();
    void EnumerateChains();
    void GetActiveChain();
    void GetActiveFrame(out ICorDebugILFrame frame);
    void GetRegisterSet();
    void CreateEval(out ICorDebugEval eval);
    void GetObject(out ICorDebugReferenceValue value);
}

[GeneratedComInterface, Guid("CC7BCAF6-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugEval
{
    void CallFunction(ICorDebugFunction function, int count, in ICorDebugReferenceValue argument);
    void NewObject();
    void NewObjectNoConstructor();
    void NewString();
    void NewArray();
    void IsActive();
    void Abort();
}

[GeneratedComInterface, Guid("03E26311-4F76-11d3-88C6-006097945418")]
internal partial interface ICorDebugILFrame
{
    void GetChain();
    void GetCode();
    void GetFunction(out ICorDebugFunction function);
    void GetFunctionToken();
    void GetStackRange();
    void GetCaller();
    void GetCallee();
    void CreateStepper();
    void GetIP();
    void SetIP();
    void EnumerateLocalVariables();
    void GetLocalVariable();
    void EnumerateArguments();
    void GetArgument(int index, out ICorDebugReferenceValue value);
}

[GeneratedComInterface, Guid("CC7BCAF7-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugValue
{
    void GetKind();
}

[GeneratedComInterface, Guid("CC7BCAF9-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugReferenceValue
{
    void GetKind();
    void GetSize();
    void GetAddress();
    void CreateBreakpoint();
    void IsNull(out int isNull);
    void GetValue();
    void SetValue();
    void Dereference(out ICorDebugValue value);
}

[GeneratedComInterface, Guid("18AD3D6E-B7D2-11d2-BD04-0000F80849BD")]
internal partial interface ICorDebugObjectValue
{
    void GetKind();
    void GetSize();
    void GetAddress();
    void CreateBreakpoint();
    void GetClass(out ICorDebugClass type);
    void GetFieldValue(ICorDebugClass type, int field, out ICorDebugValue value);
}

[GeneratedComInterface, Guid("CC7BCAF8-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugGenericValue
{
    void GetKind();
    void GetSize();
    void GetAddress();
    void CreateBreakpoint();
    void GetValue(out long value);
}

[GeneratedComInterface, Guid("CC7BCAFD-8A68-11d2-983C-0000F808342D")]
internal partial interface ICorDebugStringValue
{
    void GetKind();
    void GetSize();
    void GetAddress();
    void CreateBreakpoint();
    void IsValid();
    void CreateRelocBreakpoint();
    void GetLength(out int length);
    void GetString(int size, out int length, [MarshalUsing(CountElementName = nameof(size))][Out] ushort[] text);
}

[GeneratedComInterface, Guid("0000000c-0000-0000-C000-000000000046")]
internal partial interface IStream
{
    void Read([MarshalUsing(CountElementName = nameof(size))][Out] byte[] buffer, int size, out int count);
}
