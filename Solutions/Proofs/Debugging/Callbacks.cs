using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Proofs.Debugging.Unwoven;

// What a debugger is called back by. The process stands still during a call, and goes on when it is told to.

[GeneratedComInterface, Guid("3d6f5f60-7538-11d3-8d5b-00104b35e7ef")]
internal partial interface ICorDebugManagedCallback
{
    void Breakpoint(nint domain, ICorDebugThread thread, ICorDebugFunctionBreakpoint breakpoint);
    void StepComplete(nint domain, nint thread, nint stepper, int reason);
    void Break(nint domain, nint thread);
    void Exception(nint domain, nint thread, int isUnhandled);
    void EvalComplete(nint domain, nint thread, nint eval);
    void EvalException(nint domain, nint thread, nint eval);
    void CreateProcess(ICorDebugProcess process);
    void ExitProcess(nint process);
    void CreateThread(nint domain, nint thread);
    void ExitThread(nint domain, nint thread);
    void LoadModule(nint domain, ICorDebugModule module);
    void UnloadModule(nint domain, nint module);
    void LoadClass(nint domain, nint type);
    void UnloadClass(nint domain, nint type);
    void DebuggerError(nint process, int error, int code);
    void LogMessage(nint domain, nint thread, int level, nint name, nint message);
    void LogSwitch(nint domain, nint thread, int level, uint reason, nint name, nint parent);
    void CreateAppDomain(nint process, nint domain);
    void ExitAppDomain(nint process, nint domain);
    void LoadAssembly(nint domain, nint assembly);
    void UnloadAssembly(nint domain, nint assembly);
    void ControlCTrap(nint process);
    void NameChange(nint domain, nint thread);
    void UpdateModuleSymbols(nint domain, ICorDebugModule module, IStream symbols);
    void EditAndContinueRemap(nint domain, nint thread, nint function, int isAccurate);
    void BreakpointSetError(nint domain, nint thread, nint breakpoint, int error);
}

[GeneratedComInterface, Guid("250E5EEA-DB5C-4C76-B6F3-8C46F12E3203")]
internal partial interface ICorDebugManagedCallback2
{
    void FunctionRemapOpportunity(nint domain, nint thread, nint before, nint after, int offset);
    void CreateConnection(nint process, int id, nint name);
    void ChangeConnection(nint process, int id);
    void DestroyConnection(nint process, int id);
    void Exception(nint domain, nint thread, nint frame, int offset, int kind, int flags);
    void ExceptionUnwind(nint domain, nint thread, int kind, int flags);
    void FunctionRemapComplete(nint domain, nint thread, nint function);
    void MDANotification(nint controller, nint thread, nint assistant);
}

[GeneratedComInterface, Guid("264EA0FC-2591-49AA-868E-835E6515323F")]
internal partial interface ICorDebugManagedCallback3
{
    void CustomNotification(nint thread, nint domain);
}

[GeneratedComInterface, Guid("322911AE-16A5-49BA-84A3-ED69678138A3")]
internal partial interface ICorDebugManagedCallback4
{
    void BeforeGarbageCollection(nint process);
    void AfterGarbageCollection(nint process);
    void DataBreakpoint(nint process, nint thread, nint context, int size);
}

/// <summary>Tells a debugger what it has to know of, and lets the process go on after every call.</summary>
[GeneratedComClass]
internal sealed partial class Callbacks(Debugger debugger)
    : ICorDebugManagedCallback, ICorDebugManagedCallback2, ICorDebugManagedCallback3, ICorDebugManagedCallback4
{
    public void Breakpoint(nint domain, ICorDebugThread thread, ICorDebugFunctionBreakpoint breakpoint) => debugger.After(() => debugger.Hit(thread, breakpoint));
    public void CreateProcess(ICorDebugProcess process) => debugger.After(() => debugger.Begins(process));
    public void ExitProcess(nint process) => debugger.Ends();
    public void LoadModule(nint domain, ICorDebugModule module) => debugger.After(() => debugger.Loaded(module));
    public void UpdateModuleSymbols(nint domain, ICorDebugModule module, IStream symbols) => debugger.After(() => debugger.Loaded(module, symbols));
    public void EvalComplete(nint domain, nint thread, nint eval) => debugger.After(debugger.Evaluated);
    public void EvalException(nint domain, nint thread, nint eval) => debugger.After(debugger.Evaluated);
    public void CustomNotification(nint thread, nint domain) => debugger.After(debugger.GiveUp);

    public void StepComplete(nint domain, nint thread, nint stepper, int reason) => debugger.Continue();
    public void Break(nint domain, nint thread) => debugger.Continue();
    public void Exception(nint domain, nint thread, int isUnhandled) => debugger.Continue();
    public void CreateThread(nint domain, nint thread) => debugger.Continue();
    public void ExitThread(nint domain, nint thread) => debugger.Continue();
    public void UnloadModule(nint domain, nint module) => debugger.Continue();
    public void LoadClass(nint domain, nint type) => debugger.Continue();
    public void UnloadClass(nint domain, nint type) => debugger.Continue();
    public void DebuggerError(nint process, int error, int code) => debugger.Continue();
    public void LogMessage(nint domain, nint thread, int level, nint name, nint message) => debugger.Continue();
    public void LogSwitch(nint domain, nint thread, int level, uint reason, nint name, nint parent) => debugger.Continue();
    public void CreateAppDomain(nint process, nint domain) => debugger.Continue();
    public void ExitAppDomain(nint process, nint domain) => debugger.Continue();
    public void LoadAssembly(nint domain, nint assembly) => debugger.Continue();
    public void UnloadAssembly(nint domain, nint assembly) => debugger.Continue();
    public void ControlCTrap(nint process) => debugger.Continue();
    public void NameChange(nint domain, nint thread) => debugger.Continue();
    public void EditAndContinueRemap(nint domain, nint thread, nint function, int isAccurate) => debugger.Continue();
    public void BreakpointSetError(nint domain, nint thread, nint breakpoint, int error) =>
        debugger.After(() => throw new InvalidOperationException($"A breakpoint cannot be set: error {error}."));

    public void FunctionRemapOpportunity(nint domain, nint thread, nint before, nint after, int offset) => debugger.Continue();
    public void CreateConnection(nint process, int id, nint name) => debugger.Continue();
    public void ChangeConnection(nint process, int id) => debugger.Continue();
    public void DestroyConnection(nint process, int id) => debugger.Continue();
    public void Exception(nint domain, nint thread, nint frame, int offset, int kind, int flags) => debugger.Continue();
    public void ExceptionUnwind(nint domain, nint thread, int kind, int flags) => debugger.Continue();
    public void FunctionRemapComplete(nint domain, nint thread, nint function) => debugger.Continue();
    public void MDANotification(nint controller, nint thread, nint assistant) => debugger.Continue();


    public void BeforeGarbageCollection(nint process) => debugger.Continue();
    public void AfterGarbageCollection(nint process) => debugger.Continue();
    public void DataBreakpoint(nint process, nint thread, nint context, int size) => debugger.Continue();
}
