using System.Reflection;
using System.Reflection.Emit;

namespace Sensei.Weaving;

/// <summary>A call in the body of a member, of something that belongs to the object that the member is called on.</summary>
/// <param name="Method">What is called.</param>
/// <param name="Part">The type of the field whose object it is called on; null where that is the object itself.</param>
/// <param name="IsVirtual">Whether an override may be called in its place.</param>
internal readonly record struct MemberCall(MethodBase Method, Type? Part, bool IsVirtual);

/// <summary>
/// What the body of a member of .NET does to the object that it is called on, read from its instructions one after another.
/// For that it has to be known of what lies on the stack whether it is the object, or belongs to it, or neither.
/// </summary>
internal sealed class MemberBody
{
    private static readonly Thing s_other = new(false, null), s_self = new(true, null);

    private readonly MethodBase _method;
    private readonly Dictionary<int, Thing[]> _atTargets = [];
    private readonly Dictionary<int, Thing> _locals = [];
    private List<Thing> _stack = [];

    private MemberBody(MethodBase method) => _method = method;

    /// <summary>It writes to a field of the object, or to what one holds.</summary>
    internal bool Stores { get; private set; }

    /// <summary>It takes a lock.</summary>
    internal bool Locks { get; private set; }

    /// <summary>What it calls of the object and of what the object's fields hold.</summary>
    internal List<MemberCall> Calls { get; } = [];

    /// <summary>Reads a method; null where there is nothing to be read.</summary>
    internal static MemberBody? Of(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
        {
            return null;
        }

        var read = new MemberBody(method) { Locks = (method.MethodImplementationFlags & MethodImplAttributes.Synchronized) != 0 };
        foreach (var clause in body.ExceptionHandlingClauses)
        {
            read._atTargets[clause.HandlerOffset] =
                clause.Flags is ExceptionHandlingClauseOptions.Clause or ExceptionHandlingClauseOptions.Filter ? [s_other] : [];
            if (clause.Flags == ExceptionHandlingClauseOptions.Filter)
            {
                read._atTargets[clause.FilterOffset] = [s_other];
            }
        }

        var isReached = true;
        foreach (var instruction in new ILReader(code))
        {
            if (read._atTargets.TryGetValue(instruction.Offset, out var stack) && !(isReached && stack.Length == 0))
            {
                read._stack = [.. stack];
            }
            else if (!isReached)
            {
                read._stack = [];
            }

            read.Follow(instruction);
            isReached = instruction.Code.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
        }

        return read;
    }

    private void Follow(ILInstruction at)
    {
        var name = at.Code.Name!;
        if (name == "dup")
        {
            var top = Pop();
            _stack.AddRange([top, top]);
        }
        else if (name.StartsWith("ldarg", StringComparison.Ordinal) && !name.StartsWith("ldarga", StringComparison.Ordinal))
        {
            _stack.Add(at.Number == 0 && !_method.IsStatic ? s_self : s_other);
        }
        else if (name.StartsWith("stloc", StringComparison.Ordinal))
        {
            _locals[at.Number] = Pop();
        }
        else if (name.StartsWith("ldloc", StringComparison.Ordinal) && !name.StartsWith("ldloca", StringComparison.Ordinal))
        {
            _stack.Add(_locals.GetValueOrDefault(at.Number));
        }
        else if (name is "ldfld" or "ldflda")
        {
            var isOwn = Pop().Belongs;
            var type = Field(at)?.FieldType;
            // what is read of a struct is a copy
            _stack.Add(isOwn && type is not null && (name == "ldflda" || !type.IsValueType) ? new Thing(false, type) : s_other);
        }
        else if (name == "ldelema")
        {
            var index = Pop();
            var array = Pop();
            _stack.Add(array.Belongs ? array with { Part = array.Part?.GetElementType() ?? array.Part } : index with { Part = null, IsSelf = false });
        }
        else if (name is "castclass" or "isinst")
        {
            // it stays what it is
        }
        else if (at.Code.FlowControl == FlowControl.Call)
        {
            Call(at);
        }
        else
        {
            var popped = Enumerable.Range(0, Math.Min(at.Pops, _stack.Count)).Select(_ => Pop()).ToList();
            Stores |= (name is "stfld" or "stobj" or "initobj" or "cpobj" || name.StartsWith("stind", StringComparison.Ordinal) || name.StartsWith("stelem", StringComparison.Ordinal))
                && popped is [.., { Belongs: true }];
            _stack.AddRange(Enumerable.Repeat(s_other, at.Pushes));
        }

        foreach (var target in at.Targets)
        {
            _atTargets.TryAdd(target, at.Code.Name is "leave" or "leave.s" ? [] : [.. _stack]);
        }
    }

    private void Call(ILInstruction at)
    {
        if (Method(at) is not { } called)
        {
            // neither its arguments nor its answer are known
            _stack.Clear();
            return;
        }

        var parameters = called.GetParameters();
        for (var i = parameters.Length - 1; i >= 0; i--)
        {
            // what is given away by reference is written to; but those of System.Threading know what they do
            Stores |= Pop() is { Part: not null } && parameters[i] is { ParameterType.IsByRef: true, IsIn: false } && !IsCareful(called.DeclaringType!);
        }

        if (!called.IsStatic && at.Code != OpCodes.Newobj && Pop() is { Belongs: true } receiver)
        {
            Calls.Add(new MemberCall(called, receiver.Part, at.Code == OpCodes.Callvirt));
        }

        Locks |= called.DeclaringType!.FullName is "System.Threading.Monitor" or "System.Threading.Lock" && called.Name.Contains("Enter", StringComparison.Ordinal);
        if (at.Code == OpCodes.Newobj || (called is MethodInfo { ReturnType: var returns } && returns != typeof(void)))
        {
            _stack.Add(s_other);
        }
    }

    private static bool IsCareful(Type type) =>
        type.Namespace == "System.Threading" || type.FullName is "System.Runtime.CompilerServices.Unsafe" or "System.Runtime.InteropServices.MemoryMarshal";

    private Thing Pop()
    {
        if (_stack.Count == 0)
        {
            return s_other;
        }

        var top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private FieldInfo? Field(ILInstruction at) => Resolved(at) as FieldInfo;

    private MethodBase? Method(ILInstruction at) => Resolved(at) as MethodBase;

    private MemberInfo? Resolved(ILInstruction at)
    {
        try
        {
            return _method.Module.ResolveMember(
                at.Number,
                _method.DeclaringType!.IsGenericType ? _method.DeclaringType.GetGenericArguments() : null,
                _method.IsGenericMethod ? _method.GetGenericArguments() : null);
        }
        catch (Exception unknown) when (unknown is ArgumentException or BadImageFormatException or TypeLoadException or MissingMemberException or System.IO.FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What lies on the stack.</summary>
    /// <param name="IsSelf">It is the object.</param>
    /// <param name="Part">It is held by a field of the object, of this type.</param>
    private readonly record struct Thing(bool IsSelf, Type? Part)
    {
        internal bool Belongs => IsSelf || Part is not null;
    }
}
