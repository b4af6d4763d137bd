using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>What the weaver must know of types.</content>
internal sealed partial class MethodWeaver
{
    private static TypeReference FieldType(FieldReference reference) => Inflate(reference.FieldType, reference.DeclaringType, null);

    private static TypeReference Inflate(TypeReference type, MethodReference call) =>
        Inflate(type, call.DeclaringType, call as GenericInstanceMethod);

    internal static TypeReference Inflate(TypeReference type, TypeReference declaring, GenericInstanceMethod? method)
    {
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter when declaring is GenericInstanceType instance:
                return instance.GenericArguments[parameter.Position];
            case GenericParameter { Type: GenericParameterType.Method } parameter when method is not null:
                return method.GenericArguments[parameter.Position];
            case ByReferenceType reference:
                return new ByReferenceType(Inflate(reference.ElementType, declaring, method));
            case ArrayType array:
                return new ArrayType(Inflate(array.ElementType, declaring, method), array.Rank);
            case RequiredModifierType modified:
                return Inflate(modified.ElementType, declaring, method);
            case OptionalModifierType modified:
                return Inflate(modified.ElementType, declaring, method);
            case GenericInstanceType generic:
                var inflated = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                {
                    inflated.GenericArguments.Add(Inflate(argument, declaring, method));
                }

                return inflated;
            default:
                return type;
        }
    }

    /// <summary>A struct whose size only the runtime knows.</summary>
    private static bool MayBeWide(TypeReference type) =>
        type.IsValueType && !type.IsPrimitive && type is not GenericParameter and not TypeDefinition { IsEnum: true };

    private static bool CanBeArgument(TypeReference type) =>
        !type.IsByReference && !type.IsPointer && !type.IsFunctionPointer
        && type.GetElementType().FullName is not ("System.Span`1" or "System.ReadOnlySpan`1" or "System.Threading.Lock/Scope");

    /// <summary>What the compiler keeps for itself: cached lambdas, and the inner state of async methods.</summary>
    private static bool IsNoise(FieldReference reference) =>
        reference.Name.StartsWith("<>", StringComparison.Ordinal) && reference.Name.Contains('_', StringComparison.Ordinal)
            && !reference.Name.StartsWith("<>3__", StringComparison.Ordinal)
        // from the variables of an inner block to those of the outer one: set before anybody else has them
        || reference.Name.StartsWith("CS$<>8__locals", StringComparison.Ordinal)
        || (reference.DeclaringType.GetElementType() is TypeDefinition { HasInterfaces: true } type
            && type.Interfaces.Any(i => i.InterfaceType.Name == "IAsyncStateMachine"))
        || (reference.DeclaringType.GetElementType() is TypeDefinition { HasCustomAttributes: true } attributed
            && attributed.CustomAttributes.Any(a => a.AttributeType.Name == "IsByRefLikeAttribute"));

    /// <summary>A number that an async method keeps from one await to the next: a local that has become a field.</summary>
    private static bool IsNumberOfAsync(FieldReference reference) =>
        reference.Name.Contains(">5__", StringComparison.Ordinal) && reference.FieldType.IsPrimitive && IsNoise(reference);

    /// <summary>What tells that a method with <c>await</c> and <c>yield return</c> has come to its next item.</summary>
    private static bool IsPromise(TypeReference type) =>
        type.GetElementType().FullName == "System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore`1";

    private bool IsOwnConstructor(FieldDefinition field) => _method.IsConstructor && field.DeclaringType == _method.DeclaringType;

    private static bool IsNativeIndex(Instruction? previous) =>
        previous?.OpCode.Code is Code.Conv_I or Code.Conv_U or Code.Conv_Ovf_I or Code.Conv_Ovf_U or Code.Conv_Ovf_I_Un;

    private (TypeReference Type, bool Writes)? ElementAccess(Code code, object? operand)
    {
        var types = _context.Module.TypeSystem;
        return code switch
        {
            Code.Ldelem_I1 => (types.SByte, false),
            Code.Ldelem_U1 => (types.Byte, false),
            Code.Ldelem_I2 => (types.Int16, false),
            Code.Ldelem_U2 => (types.UInt16, false),
            Code.Ldelem_I4 => (types.Int32, false),
            Code.Ldelem_U4 => (types.UInt32, false),
            Code.Ldelem_I8 => (types.Int64, false),
            Code.Ldelem_R4 => (types.Single, false),
            Code.Ldelem_R8 => (types.Double, false),
            Code.Ldelem_I => (types.IntPtr, false),
            Code.Ldelem_Ref => (types.Object, false),
            Code.Ldelem_Any => ((TypeReference)operand!, false),
            Code.Stelem_I1 => (types.SByte, true),
            Code.Stelem_I2 => (types.Int16, true),
            Code.Stelem_I4 => (types.Int32, true),
            Code.Stelem_I8 => (types.Int64, true),
            Code.Stelem_R4 => (types.Single, true),
            Code.Stelem_R8 => (types.Double, true),
            Code.Stelem_I => (types.IntPtr, true),
            Code.Stelem_Ref => (types.Object, true),
            Code.Stelem_Any => ((TypeReference)operand!, true),
            _ => null,
        };
    }

    private (TypeReference Type, bool Writes)? Dereference(Code code, object? operand)
    {
        var types = _context.Module.TypeSystem;
        return code switch
        {
            Code.Ldind_I1 => (types.SByte, false),
            Code.Ldind_U1 => (types.Byte, false),
            Code.Ldind_I2 => (types.Int16, false),
            Code.Ldind_U2 => (types.UInt16, false),
            Code.Ldind_I4 => (types.Int32, false),
            Code.Ldind_U4 => (types.UInt32, false),
            Code.Ldind_I8 => (types.Int64, false),
            Code.Ldind_R4 => (types.Single, false),
            Code.Ldind_R8 => (types.Double, false),
            Code.Ldind_I => (types.IntPtr, false),
            Code.Ldind_Ref => (types.Object, false),
            Code.Ldobj => ((TypeReference)operand!, false),
            Code.Stind_I1 => (types.SByte, true),
            Code.Stind_I2 => (types.Int16, true),
            Code.Stind_I4 => (types.Int32, true),
            Code.Stind_I8 => (types.Int64, true),
            Code.Stind_R4 => (types.Single, true),
            Code.Stind_R8 => (types.Double, true),
            Code.Stind_I => (types.IntPtr, true),
            Code.Stind_Ref => (types.Object, true),
            Code.Stobj => ((TypeReference)operand!, true),
            _ => null,
        };
    }
}
