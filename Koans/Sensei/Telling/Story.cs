using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Rows;

namespace Sensei.Telling;

/// <summary>The story: who did what, in order, one column per thread.</summary>
internal static class Story
{
    private const int MostColumns = 6;

    /// <summary>The table, or an empty text when there is nothing to tell.</summary>
    public static string Of(Tale tale)
    {
        if (tale.Run.Ending is NotFollowed)
        {
            return "";
        }

        var rows = RowsOf.Run(tale);
        var cast = rows.Select(row => row.Thread).Where(thread => thread >= 0).Distinct().Order().ToList();
        if (cast.Count == 0)
        {
            return "";
        }

        // The koan's own thread sets the others going: where it has a part at all, it stands last.
        cast = [.. cast.Where(thread => thread != 0), .. cast.Where(thread => thread == 0)];
        var places = new Places(rows.Select(row => row.At), tale.Place);
        if (cast.Count > MostColumns)
        {
            // Columns would be too narrow to read: the threads' names go into the rows.
            var named = rows.Select(row => new Cell(places.Label(row.At), row.Thread < 0 ? -1 : 0, Named(tale, row), row.Reason, row.IsToldAgain));
            return Table.Draw("line", ["who does what"], [.. named]);
        }

        var cells = rows.Select(row => new Cell(places.Label(row.At), cast.IndexOf(row.Thread), row.Text, row.Reason, row.IsToldAgain)).ToList();
        return Table.Draw("line", [.. cast.Select(thread => tale.Cast[thread])], cells);
    }

    private static string Named(Tale tale, Row row) => row.Thread < 0 ? row.Text : $"{tale.Cast.First(row.Thread)} {row.Text}";
}
