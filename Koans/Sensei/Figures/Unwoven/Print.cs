using System.Globalization;

namespace Figures.Unwoven;

/// <summary>Headings and columns.</summary>
internal static class Print
{
    internal static void Heading(string text) => Console.WriteLine($"\n{text}");

    internal static void Line(string text) => Console.WriteLine(text);

    /// <summary>A row: the first cell to the left, the others to the right in columns of twelve.</summary>
    internal static void Row(string name, params string[] cells) =>
        Console.WriteLine($"  {Short(name),-46}{string.Concat(cells.Select(cell => $"{cell,12}"))}");

    internal static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString(time.TotalMilliseconds < 10 ? "F1" : "F0", CultureInfo.InvariantCulture) + " ms";

    internal static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture) + " s";

    internal static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string name) => name.Length <= 45 ? name : name[..44] + "…";
}
