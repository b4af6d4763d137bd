using System.Globalization;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Console"/>. In explored code nothing is printed thousands of times over; what the told run printed is part
/// of its story. Printing is no step: nobody waits for it.
/// </summary>
[Follows(typeof(Console))]
public static class Consoles
{
    /// <summary>More than this is not kept.</summary>
    private const int MostCharacters = 10_000;

    /// <summary>Follows <see cref="Console.Write(bool)"/>.</summary>
    public static void Write(bool value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(char)"/>.</summary>
    public static void Write(char value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(int)"/>.</summary>
    public static void Write(int value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(uint)"/>.</summary>
    public static void Write(uint value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(long)"/>.</summary>
    public static void Write(long value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(ulong)"/>.</summary>
    public static void Write(ulong value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(float)"/>.</summary>
    public static void Write(float value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(double)"/>.</summary>
    public static void Write(double value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(decimal)"/>.</summary>
    public static void Write(decimal value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(string)"/>.</summary>
    public static void Write(string? value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(object)"/>.</summary>
    public static void Write(object? value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.Write(char[])"/>.</summary>
    public static void Write(char[]? buffer, int site) => Print(new string(buffer), site);

    /// <summary>Follows <see cref="Console.Write(string, object)"/>.</summary>
    public static void Write(string format, object? arg0, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg0), site);

    /// <summary>Follows <see cref="Console.Write(string, object, object)"/>.</summary>
    public static void Write(string format, object? arg0, object? arg1, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1), site);

    /// <summary>Follows <see cref="Console.Write(string, object, object, object)"/>.</summary>
    public static void Write(string format, object? arg0, object? arg1, object? arg2, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1, arg2), site);

    /// <summary>Follows <see cref="Console.Write(string, object[])"/>.</summary>
    public static void Write(string format, object?[]? arg, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg ?? []), site);

    /// <summary>Follows <see cref="Console.WriteLine(bool)"/>.</summary>
    public static void WriteLine(bool value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(char)"/>.</summary>
    public static void WriteLine(char value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(int)"/>.</summary>
    public static void WriteLine(int value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(uint)"/>.</summary>
    public static void WriteLine(uint value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(long)"/>.</summary>
    public static void WriteLine(long value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(ulong)"/>.</summary>
    public static void WriteLine(ulong value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(float)"/>.</summary>
    public static void WriteLine(float value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(double)"/>.</summary>
    public static void WriteLine(double value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(decimal)"/>.</summary>
    public static void WriteLine(decimal value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(string)"/>.</summary>
    public static void WriteLine(string? value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(object)"/>.</summary>
    public static void WriteLine(object? value, int site) => Print(Text(value), site);

    /// <summary>Follows <see cref="Console.WriteLine(char[])"/>.</summary>
    public static void WriteLine(char[]? buffer, int site) => Print(new string(buffer), site);

    /// <summary>Follows <see cref="Console.WriteLine(string, object)"/>.</summary>
    public static void WriteLine(string format, object? arg0, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg0), site);

    /// <summary>Follows <see cref="Console.WriteLine(string, object, object)"/>.</summary>
    public static void WriteLine(string format, object? arg0, object? arg1, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1), site);

    /// <summary>Follows <see cref="Console.WriteLine(string, object, object, object)"/>.</summary>
    public static void WriteLine(string format, object? arg0, object? arg1, object? arg2, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1, arg2), site);

    /// <summary>Follows <see cref="Console.WriteLine(string, object[])"/>.</summary>
    public static void WriteLine(string format, object?[]? arg, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg ?? []), site);

    /// <summary>Follows <see cref="Console.Write(string, ReadOnlySpan{object})"/>.</summary>
    public static void Write(string format, ReadOnlySpan<object?> arg, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg), site);

    /// <summary>Follows <see cref="Console.WriteLine(string, ReadOnlySpan{object})"/>.</summary>
    public static void WriteLine(string format, ReadOnlySpan<object?> arg, int site) =>
        Print(string.Format(CultureInfo.CurrentCulture, format, arg), site);

    /// <summary>Follows <see cref="Console.WriteLine()"/>.</summary>
    public static void WriteLine(int site) => Print("", site);

    /// <summary>Follows <see cref="Console.Out"/>.</summary>
    public static TextWriter get_Out(int site) => Strand.Current is null && Live.LiveRun.At(site) is null ? Console.Out : new Printer(site);

    /// <summary>Follows <see cref="Console.Error"/>.</summary>
    public static TextWriter get_Error(int site) => Strand.Current is null && Live.LiveRun.At(site) is null ? Console.Error : new Printer(site);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "";

    private static void Print(string text, int site)
    {
        if (Strand.Current is not { } me)
        {
            if (!Live.LiveRun.Prints(text, site))
            {
                Console.WriteLine(text);
            }

            return;
        }

        if (me.Run.Recorder is { } recorder)
        {
            text = text.Length <= MostCharacters ? text : text[..MostCharacters];
            recorder.Note(me, StepKind.Print, $"prints {Values.Format(text)}", null, text, site);
        }
    }

    /// <summary>The console as a writer.</summary>
    private sealed class Printer(int site) : TextWriter(CultureInfo.CurrentCulture)
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => Print(value.ToString(), site);

        public override void Write(char[] buffer, int index, int count) => Print(new string(buffer, index, count), site);

        public override void Write(string? value) => Print(value ?? "", site);

        public override void WriteLine() => Print("", site);

        public override void WriteLine(string? value) => Print(value ?? "", site);
    }
}
