using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>Makes methods that do nothing but call another, for delegates to members that are followed.</summary>
internal static class Callers
{
    private static int s_number;

    /// <summary>A static method, in the type that needs it, that takes the receiver first and calls the target.</summary>
    internal static MethodDefinition Make(
        MethodReference target, (TypeReference Returns, List<TypeReference> Parameters) signature, TypeDefinition home, WeavingContext context)
    {
        var caller = new MethodDefinition(
            $"<{target.Name}>caller{Interlocked.Increment(ref s_number)}", MethodAttributes.Private | MethodAttributes.Static, signature.Returns);
        if (target.HasThis)
        {
            caller.Parameters.Add(new ParameterDefinition(target.DeclaringType));
        }

        foreach (var parameter in signature.Parameters)
        {
            caller.Parameters.Add(new ParameterDefinition(parameter));
        }

        var il = caller.Body.GetILProcessor();
        foreach (var parameter in caller.Parameters)
        {
            il.Emit(OpCodes.Ldarg, parameter);
        }

        il.Emit(target.HasThis ? OpCodes.Callvirt : OpCodes.Call, target);
        il.Emit(OpCodes.Ret);
        home.Methods.Add(caller);
        return caller;
    }
}
