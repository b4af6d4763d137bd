using System.Diagnostics;
using System.Text;

namespace Grader.Sources;

/// <summary>
/// Asks git about a repository that nobody vouches for: it runs no hook, fetches nothing, follows no replaced object, and
/// looks for the repository nowhere but where it was told to.
/// </summary>
internal sealed class Git
{
    private static readonly string[] s_careful =
    [
        "--no-pager", "--no-replace-objects", "-c", "safe.directory=*", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
    ];

    private readonly string _folder;

    private Git(string folder) => _folder = folder;

    /// <summary>The repository at a folder; null when there is none there.</summary>
    public static Git? At(string folder)
    {
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var git = new Git(folder);
        return git.TryAsk(out _, "rev-parse", "--git-dir") ? git : null;
    }

    /// <summary>What git answers; null when it refuses.</summary>
    public string? Ask(params string[] arguments) => TryAsk(out var answer, arguments) ? Encoding.UTF8.GetString(answer).TrimEnd('\n') : null;

    /// <summary>What git answers, byte by byte.</summary>
    public bool TryAsk(out byte[] answer, params string[] arguments)
    {
        using var process = Start(arguments, redirectInput: false);
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        answer = bytes.ToArray();
        return process.ExitCode == 0;
    }

    /// <summary>The content of several objects, in order.</summary>
    public IReadOnlyList<byte[]> Contents(IReadOnlyList<string> ids)
    {
        using var process = Start(["cat-file", "--batch"], redirectInput: true);
        var writing = Task.Run(() =>
        {
            foreach (var id in ids)
            {
                process.StandardInput.Write(id + "\n");
            }

            process.StandardInput.Close();
        });
        var output = process.StandardOutput.BaseStream;
        var all = new List<byte[]>();
        foreach (var id in ids)
        {
            // "<id> blob <size>", the content, and a line end
            var head = ReadLine(output).Split(' ');
            if (head is not [_, "blob", var size])
            {
                throw new Refused($"The repository does not hold {Text.Line(id)}, though its tree names it.");
            }

            var content = new byte[int.Parse(size) + 1];
            output.ReadExactly(content);
            all.Add(content[..^1]);
        }

        writing.Wait();
        process.WaitForExit();
        return all;
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next is not (-1 or '\n'); next = stream.ReadByte())
        {
            line.Append((char)next);
        }

        return line.ToString();
    }

    private Process Start(IEnumerable<string> arguments, bool redirectInput)
    {
        var start = new ProcessStartInfo("git", [.. s_careful, "-C", _folder, .. arguments])
        {
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(_folder)) ?? "";
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new Refused("git is not installed, or not where commands are looked for.");
        }
    }
}
