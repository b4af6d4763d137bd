using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>Makes methods that do nothing but call another, for delegates to members that are followed.</summary>
internal static class Callers
{
    private static int s_number;

    /// <summary>
    /// A static method, beside the one that needs it and as generic as that one, that takes the receiver first and calls the
    /// target.
    /// </summary>
    internal static MethodDefinition Make(
        MethodReference target, (TypeReference Returns, List<TypeReference> Parameters) signature, MethodDefinition beside)
    {
        var caller = new MethodDefinition(
            $"<{target.Name}>caller{Interlocked.Increment(ref s_number)}", MethodAttributes.Private | MethodAttributes.Static, target.ReturnType);
        foreach (var parameter in beside.GenericParameters)
        {
            caller.GenericParameters.Add(new GenericParameter(parameter.Name, caller) { Attributes = parameter.Attributes });
        }

        for (var i = 0; i < beside.GenericParameters.Count; i++)
        {
            foreach (var constraint in beside.GenericParameters[i].Constraints)
            {
                caller.GenericParameters[i].Constraints.Add(new GenericParameterConstraint(Own(constraint.ConstraintType)));
            }
        }

        caller.ReturnType = Own(signature.Returns);
        if (target.HasThis)
        {
            caller.Parameters.Add(new ParameterDefinition(Own(target.DeclaringType)));
        }

        foreach (var parameter in signature.Parameters)
        {
            caller.Parameters.Add(new ParameterDefinition(Own(parameter)));
        }

        var il = caller.Body.GetILProcessor();
        foreach (var parameter in caller.Parameters)
        {
            il.Emit(OpCodes.Ldarg, parameter);
        }

        il.Emit(target.HasThis ? OpCodes.Callvirt : OpCodes.Call, caller.HasGenericParameters ? OwnCall() : target);
        il.Emit(OpCodes.Ret);
        beside.DeclaringType.Methods.Add(caller);
        return caller;

        // what is a type parameter of the method beside is one of the caller's own
        TypeReference Own(TypeReference type) => caller.HasGenericParameters ? MethodWeaver.Inflate(type, beside.DeclaringType, From(caller)) : type;

        MethodReference OwnCall()
        {
            var plain = target.GetElementMethod();
            var call = new MethodReference(plain.Name, plain.ReturnType, Own(target.DeclaringType)) { HasThis = plain.HasThis };
            foreach (var parameter in plain.Parameters)
            {
                call.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
            }

            if (target is not GenericInstanceMethod generic)
            {
                return call;
            }

            foreach (var parameter in plain.GenericParameters)
            {
                call.GenericParameters.Add(new GenericParameter(parameter.Name, call));
            }

            var instance = new GenericInstanceMethod(call);
            foreach (var argument in generic.GenericArguments)
            {
                instance.GenericArguments.Add(Own(argument));
            }

            return instance;
        }
    }

    /// <summary>A caller as the method beside it names it.</summary>
    internal static MethodReference From(MethodDefinition beside, MethodDefinition caller)
    {
        MethodReference reference = caller;
        if (beside.DeclaringType.HasGenericParameters)
        {
            var self = new GenericInstanceType(beside.DeclaringType);
            foreach (var parameter in beside.DeclaringType.GenericParameters)
            {
                self.GenericArguments.Add(parameter);
            }

            reference = new MethodReference(caller.Name, caller.ReturnType, self) { HasThis = false };
            foreach (var parameter in caller.Parameters)
            {
                reference.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
            }

            foreach (var parameter in caller.GenericParameters)
            {
                reference.GenericParameters.Add(new GenericParameter(parameter.Name, reference));
            }
        }

        return beside.HasGenericParameters ? Instance(reference, beside) : reference;
    }

    private static GenericInstanceMethod From(MethodDefinition caller) => Instance(caller, caller);

    private static GenericInstanceMethod Instance(MethodReference method, MethodDefinition with)
    {
        var instance = new GenericInstanceMethod(method);
        foreach (var parameter in with.GenericParameters)
        {
            instance.GenericArguments.Add(parameter);
        }

        return instance;
    }
}
