using System.Text;

namespace Sensei.Telling.Layout;

/// <summary>
/// Draws a table with one filled cell per row. Columns are as wide as their text while the page has room, and wrap when
/// it has not; remarks stand at the right when all of them fit there,
/// otherwise below their rows.
/// </summary>
internal sealed class Table
{
    private const string Bar = " │ ";

    private readonly string _label;
    private readonly IReadOnlyList<string> _heads;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly int _labelWidth;
    private readonly int[] _widths;
    private readonly bool _remarksAtRight;

    private Table(string label, IReadOnlyList<string> heads, IReadOnlyList<Cell> cells)
    {
        _label = label;
        _heads = heads;
        _cells = cells;
        _labelWidth = cells.Select(cell => Width.Of(cell.Label)).Append(Width.Of(label)).Max();
        _widths = Fit();
        var remark = cells.Where(cell => cell.Remark is not null).Select(cell => Width.Of(cell.Remark!) + 3).DefaultIfEmpty(0).Max();
        _remarksAtRight = TotalWidth + remark <= Width.Page;
    }

    private int TotalWidth => _labelWidth + _widths.Sum() + Bar.Length * _widths.Length;

    /// <summary>Draws a table.</summary>
    /// <param name="label">The head of the first column.</param>
    /// <param name="heads">The heads of the other columns.</param>
    /// <param name="cells">The rows.</param>
    public static string Draw(string label, IReadOnlyList<string> heads, IReadOnlyList<Cell> cells) =>
        new Table(label, heads, cells).Draw();

    private string Draw()
    {
        var lines = new List<string>
        {
            Width.PadLeft(_label, _labelWidth)
                + string.Concat(_heads.Select((head, i) => Bar + Width.Pad(Clean.Shorten(head, _widths[i]), _widths[i]))),
            new string('─', _labelWidth) + string.Concat(_widths.Select(width => "─┼─" + new string('─', width))),
        };
        foreach (var cell in _cells)
        {
            lines.AddRange(Row(cell));
        }

        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    private IEnumerable<string> Row(Cell cell)
    {
        if (cell.Column < 0)
        {
            foreach (var line in Wrap.Lines(cell.Text, Width.Page - _labelWidth - Bar.Length))
            {
                yield return Width.PadLeft(cell.Label, _labelWidth) + Bar + line;
            }

            yield break;
        }

        var texts = Wrap.Lines(cell.Text, _widths[cell.Column]);
        for (var i = 0; i < texts.Count; i++)
        {
            var line = new StringBuilder(Width.PadLeft(i == 0 ? cell.Label : "", _labelWidth));
            for (var column = 0; column < _widths.Length; column++)
            {
                line.Append(Bar).Append(Width.Pad(column == cell.Column ? texts[i] : "", _widths[column]));
            }

            if (_remarksAtRight && cell.Remark is not null && i == texts.Count - 1)
            {
                line.Append(" ← ").Append(cell.Remark);
            }

            yield return line.ToString();
        }

        if (!_remarksAtRight && cell.Remark is not null && !cell.MayDrop)
        {
            foreach (var line in Below(cell.Column, cell.Remark))
            {
                yield return line;
            }
        }
    }

    /// <summary>
    /// A remark below its row: from the row's column to the right, or where the page ends too soon for that, to its left.
    /// </summary>
    private IEnumerable<string> Below(int column, string remark)
    {
        var start = Start(column);
        var width = Width.Of(remark) + 2;
        var left = start - _labelWidth - Bar.Length;
        if (start + width > Width.Page && width <= left)
        {
            yield return new string(' ', _labelWidth) + Bar + Width.PadLeft(remark + " ↑", left + 1);
            yield break;
        }

        while (column > 0 && Width.Page - Start(column) < Math.Min(width, 40))
        {
            column--;
        }

        var before = new string(' ', _labelWidth)
            + string.Concat(_widths.Take(column).Select(wide => Bar + new string(' ', wide))) + Bar;
        var lines = Wrap.Lines(remark, Width.Page - Start(column) - 2);
        for (var i = 0; i < lines.Count; i++)
        {
            yield return before + (i == 0 ? "↑ " : "  ") + lines[i];
        }
    }

    private int Start(int column) => _labelWidth + _widths.Take(column).Sum() + Bar.Length * (column + 1);

    private int[] Fit()
    {
        var widths = _heads.Select((head, column) => _cells
            .Where(cell => cell.Column == column)
            .Select(cell => Width.Of(cell.Text))
            .Append(Width.Of(head))
            .Max()).ToArray();
        var room = Width.Page - _labelWidth - Bar.Length * widths.Length;
        while (widths.Sum() > room && widths.Max() > 1)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }
}
