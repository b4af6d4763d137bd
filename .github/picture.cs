// Runs dotnet with the arguments it is given, and draws what a terminal then shows. The picture in the README is made by
//   dotnet run --file .github/picture.cs -- test Koans --filter Lesson=02-Races > .github/failing-koan.svg
using System.Diagnostics;
using System.Security;
using System.Text;

const double Column = 8.4;
const int Row = 20;
const int Margin = 24;
const int TitleBar = 34;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var command = "dotnet " + string.Join(' ', args);
string[] lines = ["$ " + command, .. Printed(args).TrimEnd().Split('\n').Select(line => line.TrimEnd('\r'))];

var width = Margin * 2 + lines.Max(line => line.Length) * Column;
var height = TitleBar + lines.Length * Row + Margin;
var svg = new StringBuilder();
Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width:0}" height="{height}" viewBox="0 0 {width:0} {height}" role="img">""");
Line($"<title>{SecurityElement.Escape(command)}</title>");
Line("""<rect width="100%" height="100%" rx="8" fill="#1e1e2e"/>""");
for (var button = 0; button < 3; button++)
{
    Line($"""<circle cx="{Margin + button * 18}" cy="{TitleBar / 2}" r="5" fill="#585b70"/>""");
}

Line("""<g font-family="ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#cdd6f4">""");
for (var n = 0; n < lines.Length; n++)
{
    if (lines[n].Length > 0)
    {
        // The length is said, so that the columns of the table stand below each other in every font.
        Line($"""<text x="{Margin}" y="{TitleBar + Row / 2 + n * Row}" textLength="{lines[n].Length * Column:0.0}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">{SecurityElement.Escape(lines[n])}</text>""");
    }
}

Line("</g>");
Line("</svg>");
Console.Out.Write(svg);

void Line(string text) => svg.Append(text).Append('\n');

static string Printed(string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
    using var process = Process.Start(start)!;
    return process.StandardOutput.ReadToEnd();
}
