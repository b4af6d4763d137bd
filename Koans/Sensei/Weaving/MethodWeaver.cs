using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Sensei.Weaving;

/// <summary>
/// Weaves one method. Instructions are rewritten where they stand: the first of what replaces one takes its place, so
/// that jumps, exception blocks and debug information go on pointing to the right spot.
/// </summary>
internal sealed partial class MethodWeaver
{
    /// <summary>An index needs a scratch local of its own: the value beside it may have the same type.</summary>
    private const int IndexScratch = -2;

    private readonly MethodDefinition _method;
    private readonly WeavingContext _context;
    private readonly MethodBody _body;
    private readonly ILProcessor _il;
    private readonly StackShapes _shapes;
    private readonly Dictionary<string, VariableDefinition> _scratch = [];
    private readonly List<Loop> _loops;
    private readonly string _member;
    private string? _file;
    private int _line;
    private FieldReference? _referredTo;

    internal MethodWeaver(MethodDefinition method, WeavingContext context)
    {
        _method = method;
        _context = context;
        _body = method.Body;
        _body.SimplifyMacros();
        _il = _body.GetILProcessor();
        _shapes = new StackShapes(method);
        _loops = LoopFinder.Find(_body, _shapes);
        _member = Member(method);
    }

    internal void Weave()
    {
        var points = _method.DebugInformation.HasSequencePoints
            ? _method.DebugInformation.GetSequencePointMapping()
            : new Dictionary<Instruction, SequencePoint>();
        var hasCalls = false;
        var instructions = _body.Instructions.ToArray();
        var lines = new Dictionary<Instruction, (string?, int)>(instructions.Length);
        for (var i = 0; i < instructions.Length; i++)
        {
            var at = instructions[i];
            if (points.TryGetValue(at, out var point) && !point.IsHidden)
            {
                (_file, _line) = (point.Document.Url, point.StartLine);
            }

            lines[at] = (_file, _line);
            Instruction? prefix = null;
            if (at.OpCode.OpCodeType == OpCodeType.Prefix && i + 1 < instructions.Length)
            {
                // the prefix and what it belongs to are woven as one
                prefix = at;
                at = instructions[++i];
                if (prefix.OpCode.Code == Code.Constrained)
                {
                    hasCalls = true;
                    CallConstrained(at, prefix);
                    continue;
                }

                if (prefix.OpCode.Code == Code.Tail || at.OpCode.OpCodeType == OpCodeType.Prefix)
                {
                    continue;
                }
            }

            hasCalls |= at.OpCode.FlowControl == FlowControl.Call;
            var refersTo = at.OpCode.Code is Code.Ldflda or Code.Ldsflda ? (FieldReference)at.Operand : null;
            Rewrite(at, prefix, i > 0 ? instructions[i - 1] : null);
            _referredTo = refersTo;
        }

        WeaveHandlers();
        WeaveLoops(lines);
        if (_context.Group.IsReplayed)
        {
            WeaveStatements(points);
        }

        if (hasCalls || IsCalledFromOutside())
        {
            (_file, _line) = lines.GetValueOrDefault(_body.Instructions[0]);
            Prepend(_body.Instructions[0], [Number(SiteOf((FieldReference?)null)), Probe(nameof(Probes.Enter))]);
        }

        _body.InitLocals = true;
        _body.OptimizeMacros();
    }

    /// <summary>Lambdas and iterators are called by loops of the class library, which are not woven.</summary>
    private bool IsCalledFromOutside() => _method.Name.StartsWith('<') || _method.Name == "MoveNext";

    private void Rewrite(Instruction at, Instruction? prefix, Instruction? previous)
    {
        switch (at.OpCode.Code)
        {
            case Code.Ldfld:
                ReadField(at, prefix);
                break;
            case Code.Stfld:
                WriteField(at, prefix);
                break;
            case Code.Ldflda:
                ReferToField(at);
                break;
            case Code.Ldsfld or Code.Stsfld or Code.Ldsflda when IsPerThread((FieldReference)at.Operand):
                UseThreadStatic(at);
                break;
            case Code.Ldsfld:
                ReadStatic(at, prefix);
                break;
            case Code.Stsfld:
                WriteStatic(at, prefix);
                break;
            case Code.Ldsflda:
                ReferToStatic(at);
                break;
            case Code.Initobj:
                Clear(at, prefix);
                break;
            case Code.Ldelema:
                ReferToElement(at, prefix, previous);
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call(at, prefix);
                break;
            case Code.Ldftn or Code.Ldvirtftn:
                MethodGroup(at);
                break;
            default:
                if (ElementAccess(at.OpCode.Code, at.Operand) is { } element && !IsNativeIndex(previous))
                {
                    Element(at, element.Type, element.Writes);
                }
                else if (Dereference(at.OpCode.Code, at.Operand) is { } target)
                {
                    Through(at, prefix, target.Type, target.Writes);
                }

                break;
        }
    }
}
