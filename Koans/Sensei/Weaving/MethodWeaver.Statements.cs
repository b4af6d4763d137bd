using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Where statements begin, for an order that is run again.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>What a debugger takes for code that belongs to no line.</summary>
    private const int HiddenLine = 0xfeefee;

    /// <summary>
    /// Puts a probe before every statement. The statement, and with it a breakpoint on its line, begins behind the probe:
    /// so who comes there stops when it is its turn.
    /// </summary>
    private void WeaveStatements(IDictionary<Instruction, SequencePoint> points)
    {
        var all = _method.DebugInformation.SequencePoints;
        foreach (var (start, point) in points.Where(entry => !entry.Value.IsHidden))
        {
            var statement = Prepend(start, [Probe(nameof(Probes.Statement))]);
            var place = all.IndexOf(point);
            all[place] = new SequencePoint(start, point.Document) { StartLine = HiddenLine, EndLine = HiddenLine };
            all.Insert(place + 1, new SequencePoint(statement, point.Document)
            {
                StartLine = point.StartLine,
                StartColumn = point.StartColumn,
                EndLine = point.EndLine,
                EndColumn = point.EndColumn,
            });
        }
    }
}
