using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>
/// A method marked as synchronized takes its object's lock inside the runtime, where nobody can follow. It becomes what
/// it stands for: a lock statement around its body.
/// </summary>
internal static class Synchronized
{
    internal static void Prepare(TypeDefinition type, WeavingContext context)
    {
        foreach (var method in type.Methods.Where(m => m.IsSynchronized && m.HasBody && !type.HasGenericParameters && !m.HasGenericParameters).ToList())
        {
            method.IsSynchronized = false;
            Wrap(method, MoveBody(method), context);
        }
    }

    private static MethodDefinition MoveBody(MethodDefinition method)
    {
        var attributes = MethodAttributes.Private | (method.IsStatic ? MethodAttributes.Static : 0);
        var inner = new MethodDefinition($"<{method.Name}>synchronized", attributes, method.ReturnType) { HasThis = method.HasThis };
        foreach (var parameter in method.Parameters)
        {
            inner.Parameters.Add(parameter);
        }

        inner.Body = method.Body;
        foreach (var point in method.DebugInformation.SequencePoints)
        {
            inner.DebugInformation.SequencePoints.Add(point);
        }

        method.DebugInformation.SequencePoints.Clear();
        method.DebugInformation.Scope = null;
        method.DeclaringType.Methods.Add(inner);
        return inner;
    }

    private static void Wrap(MethodDefinition method, MethodDefinition inner, WeavingContext context)
    {
        var module = context.Module;
        method.Body = new MethodBody(method);
        var returns = method.ReturnType.MetadataType != MetadataType.Void;
        if (returns)
        {
            method.Body.Variables.Add(new VariableDefinition(method.ReturnType));
        }

        var il = method.Body.GetILProcessor();
        var end = il.Create(returns ? OpCodes.Ldloc_0 : OpCodes.Nop);
        var start = il.Create(OpCodes.Nop);
        var handler = il.Create(OpCodes.Nop);
        EmitTarget(il, method, module);
        il.Emit(OpCodes.Call, module.ImportReference(typeof(Monitor).GetMethod(nameof(Monitor.Enter), [typeof(object)])));
        il.Append(start);
        for (var i = 0; i < method.Parameters.Count + (method.HasThis ? 1 : 0); i++)
        {
            il.Emit(OpCodes.Ldarg, method.HasThis ? i == 0 ? method.Body.ThisParameter : method.Parameters[i - 1] : method.Parameters[i]);
        }

        il.Emit(OpCodes.Call, inner);
        if (returns)
        {
            il.Emit(OpCodes.Stloc_0);
        }

        il.Emit(OpCodes.Leave, end);
        il.Append(handler);
        EmitTarget(il, method, module);
        il.Emit(OpCodes.Call, module.ImportReference(typeof(Monitor).GetMethod(nameof(Monitor.Exit))));
        il.Emit(OpCodes.Endfinally);
        il.Append(end);
        il.Emit(OpCodes.Ret);
        method.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = start,
            TryEnd = handler,
            HandlerStart = handler,
            HandlerEnd = end,
        });
    }

    private static void EmitTarget(ILProcessor il, MethodDefinition method, ModuleDefinition module)
    {
        if (method.HasThis)
        {
            il.Emit(OpCodes.Ldarg_0);
            return;
        }

        il.Emit(OpCodes.Ldtoken, method.DeclaringType);
        il.Emit(OpCodes.Call, module.ImportReference(typeof(Type).GetMethod(nameof(Type.GetTypeFromHandle))));
    }
}
