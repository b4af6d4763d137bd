using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Collections and arrays that are given to a member of .NET, or to a check, which goes through them.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>Code that is not woven: of .NET, and of what a koan checks with.</summary>
    private static bool GoesThroughCollections(string type) =>
        type.StartsWith("System.", StringComparison.Ordinal)
        || type.StartsWith("FluentAssertions.", StringComparison.Ordinal)
        || type.StartsWith("Xunit.", StringComparison.Ordinal);

    /// <summary>All that may be copied or gone through is looked at.</summary>
    /// <returns>The instruction that is the call now.</returns>
    private Instruction PassCollections(Instruction at, MethodReference call)
    {
        var literal = at.Previous?.OpCode.Code is Code.Stelem_Any or Code.Stelem_Ref or Code.Stelem_I4 or Code.Stelem_I1 or Code.Stelem_I8;
        var passed = call.Parameters.Where(p => Collections.IsCollection(p.ParameterType) || (p.Index == 0 && IsTextToFormat(call))
            || (ArrayUses.IsGoneThrough(call, p) && !(literal && p.Index == call.Parameters.Count - 1))).ToList();
        return passed.Count == 0 ? at : OnArguments(at, call, passed[0].Index, number => passed.Exists(p => p.Index == number) ? Pass(call) : []);
    }

    /// <summary>A <c>StringBuilder</c> that is written into a text: <c>$"{builder}"</c>.</summary>
    private static bool IsTextToFormat(MethodReference call) => call is GenericInstanceMethod { Name: "AppendFormatted" } format
        && format.GenericArguments[0].FullName == "System.Text.StringBuilder";

    /// <summary>A span over an array is about to be made: whatever part of it, the array is known from now on.</summary>
    private Instruction TrackArray(Instruction at, MethodReference call) =>
        call.HasParameters && ArrayUses.IsArray(call.Parameters[0].ParameterType) && ArrayUses.MakesReferences(call)
            ? OnArguments(at, call, 0, number => number == 0 ? [_il.Create(OpCodes.Dup), Probe(nameof(Probes.TrackArray))] : [])
            : at;

    /// <summary>Arrays that .NET changes itself: it works on copies.</summary>
    private Instruction LendArrays(Instruction at, MethodReference call)
    {
        var lent = call.Parameters.Where(p => ArrayUses.IsChanged(call, p)).ToList();
        if (lent.Count == 0)
        {
            return at;
        }

        var site = SiteOf(call);
        var loans = lent.ToDictionary(p => p.Index, p => Scratch(_context.Module.ImportReference(typeof(ArrayLoan)), p.Index));
        foreach (var loan in loans.Values)
        {
            Replace(at, null, [], [_il.Create(OpCodes.Ldloc, loan), Number(site), Probe(nameof(ArrayLoan.TakeArrayBack))]);
        }

        return OnArguments(at, call, lent[0].Index, number => !loans.TryGetValue(number, out var loan) ? [] :
        [
            Number(site),
            Probe(nameof(ArrayLoan.LendArray)),
            _il.Create(OpCodes.Dup),
            _il.Create(OpCodes.Stloc, loan),
            Probe(nameof(ArrayLoan.CopyOf)),
        ]);
    }

    private List<Instruction> Pass(MethodReference call) =>
    [
        _il.Create(OpCodes.Ldstr, call.Name),
        Number(SiteOf(call)),
        Probe(ArrayUses.AnswersAtOnce(call) ? nameof(CollectionProbes.PassedAtOnce) : nameof(CollectionProbes.Passed)),
    ];

    /// <summary>Lays the arguments of a call aside, from one on, and does something to each as it comes back.</summary>
    private Instruction OnArguments(Instruction at, MethodReference call, int first, Func<int, List<Instruction>> each)
    {
        var above = call.Parameters.Skip(first + 1).Select(p => Scratch(Inflate(p.ParameterType, call), p.Index)).ToList();
        return Prepend(
            at,
            [
                .. Enumerable.Reverse(above).Select(a => _il.Create(OpCodes.Stloc, a)),
                .. each(first),
                .. above.SelectMany((a, i) => (List<Instruction>)[_il.Create(OpCodes.Ldloc, a), .. each(first + 1 + i)]),
            ]);
    }
}
