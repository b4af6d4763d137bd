using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>
/// What lies on the evaluation stack before each instruction of a method, as far as weaving must know: how much, and
/// which of it are managed references.
/// </summary>
internal sealed class StackShapes
{
    private readonly Dictionary<Instruction, Shape[]> _before;
    private readonly MethodDefinition _method;

    internal StackShapes(MethodDefinition method)
    {
        _method = method;
        _before = new(method.Body.Instructions.Count);
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            if (handler.HandlerStart is { } start)
            {
                _before[start] = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? [Shape.Value] : [];
            }

            if (handler.FilterStart is { } filter)
            {
                _before[filter] = [Shape.Value];
            }
        }

        Follow();
    }

    /// <summary>How many values lie there; -1 for code that is never reached.</summary>
    internal int Depth(Instruction instruction) =>
        _before.TryGetValue(instruction, out var stack) ? stack.Length : -1;

    /// <summary>Whether the value so far below the top is a managed reference.</summary>
    internal bool IsReference(Instruction instruction, int belowTop) =>
        At(instruction, belowTop) != Shape.Value;

    /// <summary>Whether the value so far below the top is a reference to a local or an argument, which no other thread can have.</summary>
    internal bool IsLocal(Instruction instruction, int belowTop) => At(instruction, belowTop) == Shape.Local;

    private Shape At(Instruction instruction, int belowTop) =>
        _before.TryGetValue(instruction, out var stack) && stack.Length > belowTop ? stack[^(belowTop + 1)] : Shape.Value;

    private void Follow()
    {
        Shape[]? stack = [];
        foreach (var instruction in _method.Body.Instructions)
        {
            if (_before.TryGetValue(instruction, out var known))
            {
                stack = stack is null ? known : Merge(known, stack);
            }

            // after an unconditional jump, code not reached from above begins with an empty stack
            stack ??= [];
            _before[instruction] = stack;
            var after = Apply(instruction, stack);
            switch (instruction.Operand)
            {
                case Instruction target:
                    Meet(target, instruction.OpCode.Code is Code.Leave or Code.Leave_S ? [] : after);
                    break;
                case Instruction[] targets:
                    foreach (var target in targets)
                    {
                        Meet(target, after);
                    }

                    break;
            }

            stack = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw
                ? null
                : after;
        }
    }

    private void Meet(Instruction target, Shape[] stack) =>
        _before[target] = _before.TryGetValue(target, out var known) ? Merge(known, stack) : stack;

    /// <summary>Where two ways meet, a reference that is to a local on one of them may be to anything.</summary>
    private static Shape[] Merge(Shape[] known, Shape[] other) => known.Length != other.Length
        ? known
        : [.. known.Select((shape, i) => shape == other[i] || shape == Shape.Value || other[i] == Shape.Value ? shape : Shape.Reference)];

    private Shape[] Apply(Instruction instruction, Shape[] stack)
    {
        if (instruction.OpCode.Code == Code.Dup && stack.Length > 0)
        {
            return [.. stack, stack[^1]];
        }

        var rest = stack.AsSpan(0, Math.Max(0, stack.Length - Pops(instruction)));
        return Pushes(instruction) switch
        {
            0 when rest.Length == stack.Length => stack,
            0 => rest.ToArray(),
            1 => [.. rest, Pushed(instruction)],
            _ => [.. rest, Shape.Value, Shape.Value],
        };
    }

    private int Pops(Instruction instruction)
    {
        switch (instruction.OpCode.StackBehaviourPop)
        {
            case StackBehaviour.Pop0:
                return 0;
            case StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref:
                return 1;
            case StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
                or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi:
                return 2;
            case StackBehaviour.Varpop when instruction.OpCode.Code == Code.Ret:
                return _method.ReturnType.MetadataType == MetadataType.Void ? 0 : 1;
            case StackBehaviour.Varpop:
                var call = (IMethodSignature)instruction.Operand;
                var receiver = call.HasThis && !call.ExplicitThis && instruction.OpCode.Code != Code.Newobj ? 1 : 0;
                return call.Parameters.Count + receiver + (instruction.OpCode.Code == Code.Calli ? 1 : 0);
            case StackBehaviour.PopAll:
                return int.MaxValue / 2;
            default:
                return 3;
        }
    }

    private static int Pushes(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => ((IMethodSignature)instruction.Operand).ReturnType.MetadataType == MetadataType.Void ? 0 : 1,
        _ => 1,
    };

    private Shape Pushed(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S => Shape.Local,
        Code.Ldflda or Code.Ldsflda or Code.Ldelema or Code.Unbox => Shape.Reference,
        Code.Ldarg when instruction.Operand is ParameterDefinition parameter
            && (parameter.ParameterType.IsByReference || (parameter.Index < 0 && _method.DeclaringType.IsValueType)) => Shape.Reference,
        Code.Ldloc when instruction.Operand is VariableDefinition { VariableType.IsByReference: true } => Shape.Reference,
        Code.Call or Code.Callvirt when ((MethodReference)instruction.Operand).ReturnType.IsByReference => Shape.Reference,
        _ => Shape.Value,
    };

    private enum Shape : byte
    {
        Value,
        Reference,
        Local,
    }
}
