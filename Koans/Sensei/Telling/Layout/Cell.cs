namespace Sensei.Telling.Layout;

/// <summary>One row of a table: a label at the left, a text in one column, and a remark.</summary>
/// <param name="Label">What stands in the first column: the line.</param>
/// <param name="Column">The column of the text, from 0; -1 for a remark across all columns.</param>
/// <param name="Text">The text.</param>
/// <param name="Remark">Why this row is the one to look at, or null.</param>
/// <param name="MayDrop">True when the remark is said elsewhere as well, and can be left out where it does not fit at the right.</param>
internal sealed record Cell(string Label, int Column, string Text, string? Remark = null, bool MayDrop = false);
