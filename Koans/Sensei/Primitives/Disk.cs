using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// The files of one run. They are real ones, under numbers in a folder of our own: every run begins with what lies on the
/// learner's disk, leaves that as it is, and takes its own files along when it ends.
/// </summary>
internal sealed class Disk(Run run)
{
    private static readonly Lazy<string> s_folder = new(Scratch.NewFolder);

    private readonly Dictionary<string, DiskFile> _files =
        new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    private readonly List<OpenFile> _open = [];

    internal Run Run { get; } = run;

    /// <summary>Bytes that have been written in all.</summary>
    internal long Written { get; set; }

    /// <summary>The file at a path, which need not exist.</summary>
    /// <param name="path">Relative or not.</param>
    /// <exception cref="ArgumentException">.NET's own, of what is no path.</exception>
    internal DiskFile At(string path)
    {
        var whole = System.IO.Path.GetFullPath(path);
        if (!_files.TryGetValue(whole, out var file))
        {
            var name = string.Create(null, $"{Run.Epoch}-{_files.Count}");
            _files[whole] = file = new DiskFile(this, whole, System.IO.Path.Combine(s_folder.Value, name));
            if (File.Exists(whole))
            {
                File.Copy(whole, file.Real);
            }
        }

        return file;
    }

    internal void Opened(OpenFile file) => _open.Add(file);

    /// <summary>The run is over: whatever its threads have left open is closed, and nothing of it remains.</summary>
    internal void Clear()
    {
        foreach (var file in _open)
        {
            file.Abandon();
        }

        foreach (var file in _files.Values)
        {
            File.Delete(file.Real);
        }
    }
}

/// <summary>A file of a run: two things that threads can come into each other's way at.</summary>
internal sealed class DiskFile
{
    private readonly Disk _disk;
    private readonly string _whole;

    internal DiskFile(Disk disk, string whole, string real)
    {
        (_disk, _whole, Real) = (disk, whole, real);
        Contents = disk.Run.LocationOf(this, LocationKey.Contents);
        Sharing = disk.Run.LocationOf(this, LocationKey.State);
    }

    /// <summary>Its name, without folders.</summary>
    internal string Name => System.IO.Path.GetFileName(_whole);

    /// <summary>Its path as the learner's code knows it.</summary>
    internal string Whole => _whole;

    /// <summary>Where it really lies.</summary>
    internal string Real { get; }

    internal Disk Disk => _disk;

    /// <summary>Whether it exists, and what is in it.</summary>
    internal Location Contents { get; }

    /// <summary>Who has it open. Its version is how many have.</summary>
    internal Location Sharing { get; }

    /// <summary>Who has it open.</summary>
    internal List<Opener> Openers { get; } = [];

    internal bool Exists => File.Exists(Real);

    /// <summary>Who keeps somebody from opening it; null when nobody does.</summary>
    internal Opener? KeptFrom(bool alone) => Openers.Find(opener => alone || opener.IsAlone);

    /// <summary>The exception that .NET throws then.</summary>
    internal static IOException IsInUse(string path) => new(
        $"The process cannot access the file '{path}' because it is being used by another process.",
        OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : 11);

    /// <summary>What is in it, for a story: lines, or bytes where it is no text.</summary>
    internal string Show()
    {
        using var file = new FileStream(Real, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var lines = bytes.Count(b => b == '\n') + (bytes is [.., not (byte)'\n'] ? 1 : 0);
        return bytes.Contains((byte)0) ? $"{bytes.Length} bytes" : lines switch { 0 => "empty", 1 => "1 line", _ => $"{lines} lines" };
    }

    /// <summary>An exception of .NET as it would be were the file where the learner's code thinks it is.</summary>
    internal Exception Named(Exception error, string path)
    {
        var message = error.Message.Replace(Real, path, StringComparison.Ordinal);
        return error switch
        {
            FileNotFoundException => new FileNotFoundException(message, path),
            UnauthorizedAccessException => new UnauthorizedAccessException(message),
            IOException => new IOException(message, error.HResult),
            _ => error,
        };
    }
}

/// <summary>Somebody who has a file open.</summary>
/// <param name="File">What it is open by.</param>
/// <param name="Strand">Who has opened it.</param>
/// <param name="Site">Since where.</param>
/// <param name="IsAlone">Nobody else may open it meanwhile.</param>
internal sealed record Opener(OpenFile File, Strand Strand, int Site, bool IsAlone);
