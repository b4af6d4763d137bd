using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>
/// Static fields begin every run with their first values. A type's static initialiser becomes an ordinary method, and
/// a method that runs it when the type is used for the first time in a run is called before every use.
/// </summary>
internal static class Statics
{
    private const string Begin = "Sensei$Begin", Initialise = "Sensei$Initialise", Epoch = "Sensei$Epoch", Begun = "Sensei$Begun";

    /// <summary>The types that have been prepared, and whether their initialiser runs at their first use of any kind.</summary>
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<TypeDefinition, object> s_marks = [];

    /// <summary>Methods added by this class: they are not woven.</summary>
    internal static bool IsOwn(MethodDefinition method) => method.Name == Begin;

    /// <summary>Whether a method is what a static initialiser has become.</summary>
    internal static bool IsInitialiser(MethodDefinition method) => method.Name == Initialise;

    /// <summary>Gives a type that has static state a method that puts it back.</summary>
    internal static void Prepare(TypeDefinition type, WeavingContext context)
    {
        var fields = type.Fields.Where(IsState).ToList();
        var initialiser = type.Methods.FirstOrDefault(m => m.IsConstructor && m.IsStatic);
        if (type.Name.StartsWith('<') || (fields.Count == 0 && initialiser is null))
        {
            return;
        }

        var module = context.Module;
        var isPrecise = !type.IsBeforeFieldInit;
        if (initialiser is not null)
        {
            initialiser.Name = Initialise;
            initialiser.IsSpecialName = initialiser.IsRuntimeSpecialName = false;
        }

        foreach (var field in fields)
        {
            if (field.IsInitOnly)
            {
                context.MarkReadOnly(field);
                field.IsInitOnly = false;
            }
        }

        var epoch = new FieldDefinition(Epoch, FieldAttributes.Static | FieldAttributes.Public, module.TypeSystem.Int32);
        var begun = new FieldDefinition(Begun, FieldAttributes.Static | FieldAttributes.Public, module.TypeSystem.Int32);
        type.Fields.Add(epoch);
        type.Fields.Add(begun);
        type.IsBeforeFieldInit = true;
        var begin = new MethodDefinition(Begin, MethodAttributes.Static | MethodAttributes.Public, module.TypeSystem.Void);
        type.Methods.Add(begin);
        var il = begin.Body.GetILProcessor();
        var end = il.Create(OpCodes.Ret);
        var epochHere = Own(epoch, type);
        var begunHere = Own(begun, type);
        var here = type.HasGenericParameters ? Self(type) : (TypeReference)type;
        var first = il.Create(OpCodes.Ldsfld, begunHere);
        var leave = il.Create(OpCodes.Leave, end);
        var handler = il.Create(OpCodes.Ldtoken, here);
        il.Emit(OpCodes.Volatile);
        il.Emit(OpCodes.Ldsfld, epochHere);
        il.Emit(OpCodes.Call, context.Probe(nameof(Probes.Epoch)));
        il.Emit(OpCodes.Beq, end);
        il.Emit(OpCodes.Ldtoken, here);
        il.Emit(OpCodes.Call, context.Probe(nameof(Probes.EnterInitialiser)));

        // whoever comes here while it is being initialised is its own initialiser: that goes on with what there is
        il.Append(first);
        il.Emit(OpCodes.Call, context.Probe(nameof(Probes.Epoch)));
        il.Emit(OpCodes.Beq, leave);
        il.Emit(OpCodes.Call, context.Probe(nameof(Probes.Epoch)));
        il.Emit(OpCodes.Stsfld, begunHere);
        foreach (var field in fields)
        {
            il.Emit(OpCodes.Ldsflda, Own(field, type));
            il.Emit(OpCodes.Initobj, field.FieldType);
        }

        if (initialiser is not null)
        {
            il.Emit(OpCodes.Call, Own(initialiser, type));
        }

        il.Emit(OpCodes.Call, context.Probe(nameof(Probes.Epoch)));
        il.Emit(OpCodes.Volatile);
        il.Emit(OpCodes.Stsfld, epochHere);
        il.Append(leave);
        il.Append(handler);
        il.Emit(OpCodes.Call, context.Probe(nameof(Probes.LeaveInitialiser)));
        il.Emit(OpCodes.Endfinally);
        il.Append(end);
        begin.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = first,
            TryEnd = handler,
            HandlerStart = handler,
            HandlerEnd = end,
        });
        s_marks.Add(type, isPrecise);
    }

    /// <summary>The call to make before a static field is used; null where there is nothing to put back.</summary>
    internal static MethodReference? BeforeField(FieldReference field, WeavingContext context) =>
        context.Resolve(field) is { } definition && IsState(definition)
            ? BeginOf(definition.DeclaringType, field.DeclaringType, context)
            : null;

    /// <summary>
    /// The call to make before a method or a constructor is called: a type with a static constructor of its own is
    /// initialised then.
    /// </summary>
    internal static MethodReference? BeforeCall(MethodReference method, WeavingContext context)
    {
        var type = method.DeclaringType;
        return context.Definition(type) is { } definition && (!method.HasThis || method.Name == ".ctor")
            && s_marks.TryGetValue(definition, out var precise) && (bool)precise
            ? BeginOf(definition, type, context)
            : null;
    }

    /// <summary>Learners' static fields: not constants, and not what the compiler keeps for lambdas and switches.</summary>
    internal static bool IsState(FieldDefinition field) =>
        field.IsStatic && !field.IsLiteral && !field.HasConstant && !field.DeclaringType.Name.StartsWith('<')
        && !field.Name.StartsWith("<>", StringComparison.Ordinal) && !field.HasCustomAttribute("System.ThreadStaticAttribute")
        && field.Name is not (Epoch or Begun);

    /// <summary>Whether every thread has its own value of the field.</summary>
    internal static bool IsPerThread(FieldDefinition field) => field.IsStatic && field.HasCustomAttribute("System.ThreadStaticAttribute");

    private static bool HasCustomAttribute(this FieldDefinition field, string name) =>
        field.HasCustomAttributes && field.CustomAttributes.Any(a => a.AttributeType.FullName == name);

    private static MethodReference? BeginOf(TypeDefinition definition, TypeReference asUsed, WeavingContext context)
    {
        var begin = definition.Methods.FirstOrDefault(m => m.Name == Begin);
        if (begin is null || !asUsed.IsGenericInstance)
        {
            return begin is null ? null : context.Module.ImportReference(begin);
        }

        return new MethodReference(Begin, begin.ReturnType, asUsed) { HasThis = false };
    }

    private static FieldReference Own(FieldDefinition field, TypeDefinition type) =>
        type.HasGenericParameters ? new FieldReference(field.Name, field.FieldType, Self(type)) : field;

    private static MethodReference Own(MethodDefinition method, TypeDefinition type) =>
        type.HasGenericParameters ? new MethodReference(method.Name, method.ReturnType, Self(type)) { HasThis = false } : method;

    private static GenericInstanceType Self(TypeDefinition type)
    {
        var self = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
        {
            self.GenericArguments.Add(parameter);
        }

        return self;
    }
}
