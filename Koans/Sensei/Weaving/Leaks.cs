using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>
/// Finds types whose constructors may show the unfinished object to others. Elsewhere a read-only field is written
/// before anybody can read it, and reading it need not be a step.
/// </summary>
internal static class Leaks
{
    /// <summary>Whether a constructor of the type hands out, stores or captures the object it is making.</summary>
    internal static bool IsPossible(TypeDefinition type) =>
        type.Methods.Any(m => m is { IsConstructor: true, IsStatic: false, HasBody: true } && m.Body.Instructions.Any(i => ShowsIt(i, type)));

    private static bool ShowsIt(Instruction instruction, TypeDefinition type)
    {
        if (instruction.Operand is MethodReference call && call.Parameters.Any(p => p.ParameterType.FullName == type.FullName))
        {
            return true;
        }

        if (instruction.OpCode.Code is not (Code.Ldarg_0 or Code.Ldarg) || (instruction.Operand is ParameterDefinition { Index: >= 0 }))
        {
            return false;
        }

        // the object on top of the stack, and then stored, captured, bound to a delegate or passed on
        return instruction.Next?.OpCode.Code switch
        {
            Code.Stfld or Code.Stsfld or Code.Stelem_Ref or Code.Ldftn or Code.Ldvirtftn or Code.Dup => true,
            Code.Call or Code.Callvirt or Code.Newobj => ((MethodReference)instruction.Next.Operand).HasParameters,
            _ => false,
        };
    }
}
