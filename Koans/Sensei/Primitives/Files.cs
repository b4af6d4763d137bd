using System.Text;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="File"/>. What reads or writes a whole file opens it, reads or writes, and closes it, and others may come in
/// between.
/// </summary>
[Follows(typeof(File))]
public static partial class Files
{
    /// <summary>Longer texts are put down in pieces of so many letters.</summary>
    private const int Piece = 8192;

    /// <summary>Text without a mark at its beginning.</summary>
    private static readonly UTF8Encoding s_plain = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Follows <see cref="File.AppendAllText(string, string)"/>.</summary>
    public static void AppendAllText(string path, string? contents, int site) => AppendAllText(path, contents, s_plain, site);

    /// <summary>Follows <see cref="File.AppendAllText(string, string, Encoding)"/>.</summary>
    public static void AppendAllText(string path, string? contents, Encoding encoding, int site) =>
        WriteText(path, FileMode.Append, contents, encoding, site);

    /// <summary>Follows <see cref="File.WriteAllText(string, string)"/>.</summary>
    public static void WriteAllText(string path, string? contents, int site) => WriteAllText(path, contents, s_plain, site);

    /// <summary>Follows <see cref="File.WriteAllText(string, string, Encoding)"/>.</summary>
    public static void WriteAllText(string path, string? contents, Encoding encoding, int site) =>
        WriteText(path, FileMode.Create, contents, encoding, site);

    /// <summary>Follows <see cref="File.AppendAllLines(string, IEnumerable{string})"/>.</summary>
    public static void AppendAllLines(string path, IEnumerable<string> contents, int site) =>
        AppendAllLines(path, contents, s_plain, site);

    /// <summary>Follows <see cref="File.AppendAllLines(string, IEnumerable{string}, Encoding)"/>.</summary>
    public static void AppendAllLines(string path, IEnumerable<string> contents, Encoding encoding, int site) =>
        WriteLines(path, append: true, contents, encoding, site);

    /// <summary>Follows <see cref="File.WriteAllLines(string, IEnumerable{string})"/>.</summary>
    public static void WriteAllLines(string path, IEnumerable<string> contents, int site) =>
        WriteAllLines(path, contents, s_plain, site);

    /// <summary>Follows <see cref="File.WriteAllLines(string, string[])"/>.</summary>
    public static void WriteAllLines(string path, string[] contents, int site) => WriteAllLines(path, contents, s_plain, site);

    /// <summary>Follows <see cref="File.WriteAllLines(string, string[], Encoding)"/>.</summary>
    public static void WriteAllLines(string path, string[] contents, Encoding encoding, int site) =>
        WriteLines(path, append: false, contents, encoding, site);

    /// <summary>Follows <see cref="File.WriteAllLines(string, IEnumerable{string}, Encoding)"/>.</summary>
    public static void WriteAllLines(string path, IEnumerable<string> contents, Encoding encoding, int site) =>
        WriteLines(path, append: false, contents, encoding, site);

    /// <summary>Follows <see cref="File.WriteAllBytes(string, byte[])"/>.</summary>
    public static void WriteAllBytes(string path, byte[] bytes, int site) => WriteBytes(path, FileMode.Create, bytes, site);

    /// <summary>Follows <see cref="File.AppendAllBytes(string, byte[])"/>.</summary>
    public static void AppendAllBytes(string path, byte[] bytes, int site) => WriteBytes(path, FileMode.Append, bytes, site);

    /// <summary>Follows <see cref="File.ReadAllText(string)"/>.</summary>
    public static string ReadAllText(string path, int site) => ReadAllText(path, Encoding.UTF8, site);

    /// <summary>Follows <see cref="File.ReadAllText(string, Encoding)"/>.</summary>
    public static string ReadAllText(string path, Encoding encoding, int site)
    {
        using var reader = StreamReaders.New(path, encoding, site);
        return reader.ReadToEnd();
    }

    /// <summary>Follows <see cref="File.ReadAllLines(string)"/>.</summary>
    public static string[] ReadAllLines(string path, int site) => ReadAllLines(path, Encoding.UTF8, site);

    /// <summary>Follows <see cref="File.ReadAllLines(string, Encoding)"/>.</summary>
    public static string[] ReadAllLines(string path, Encoding encoding, int site) => [.. ReadLines(path, encoding, site)];

    /// <summary>Follows <see cref="File.ReadLines(string)"/>.</summary>
    public static IEnumerable<string> ReadLines(string path, int site) => ReadLines(path, Encoding.UTF8, site);

    /// <summary>Follows <see cref="File.ReadLines(string, Encoding)"/>: the file is open from now until the last line is read.</summary>
    public static IEnumerable<string> ReadLines(string path, Encoding encoding, int site) =>
        Strand.Current is null ? File.ReadLines(path, encoding) : Lines(StreamReaders.New(path, encoding, site), path, encoding, site);

    /// <summary>Follows <see cref="File.ReadAllBytes(string)"/>.</summary>
    public static byte[] ReadAllBytes(string path, int site)
    {
        if (Strand.Current is null)
        {
            return File.ReadAllBytes(path);
        }

        using var file = OpenRead(path, site);
        var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Follows <see cref="File.Exists"/>.</summary>
    public static bool Exists(string? path, int site)
    {
        if (string.IsNullOrEmpty(path) || Strand.Current is not { } me)
        {
            return File.Exists(path);
        }

        var file = me.Run.Disk.At(path);
        me.Step(new Operation(site, file.Contents, Access.Read) { Ordering = Ordering.None });
        var exists = file.Exists;
        me.Run.Recorder?.Note(
            me, StepKind.Read, exists ? "looks for {0}: it is there" : "looks for {0}: it is not there", file.Contents, exists ? "there" : "not there", site);
        return exists;
    }

    /// <summary>Follows <see cref="File.Delete"/>.</summary>
    public static void Delete(string path, int site)
    {
        if (string.IsNullOrEmpty(path) || Strand.Current is not { } me)
        {
            File.Delete(path);
            return;
        }

        var file = me.Run.Disk.At(path);
        me.Step(new Operation(site, file.Contents, Access.Write) { KeepsVersion = true, Ordering = Ordering.None });
        if (file.Exists)
        {
            File.Delete(file.Real);
            Changed(me, file);
            me.Run.Recorder?.Note(me, StepKind.Write, "deletes {0}", file.Contents, "not there", site);
        }
    }

    /// <summary>Follows <see cref="File.Copy(string, string)"/>.</summary>
    public static void Copy(string sourceFileName, string destFileName, int site) =>
        Copy(sourceFileName, destFileName, overwrite: false, site);

    /// <summary>Follows <see cref="File.Copy(string, string, bool)"/>.</summary>
    public static void Copy(string sourceFileName, string destFileName, bool overwrite, int site) => Transfer(
        sourceFileName, destFileName, (from, to) => File.Copy(from, to, overwrite), Access.Read, "copies {0} to ", site);

    /// <summary>Follows <see cref="File.Move(string, string)"/>.</summary>
    public static void Move(string sourceFileName, string destFileName, int site) =>
        Move(sourceFileName, destFileName, overwrite: false, site);

    /// <summary>Follows <see cref="File.Move(string, string, bool)"/>.</summary>
    public static void Move(string sourceFileName, string destFileName, bool overwrite, int site) => Transfer(
        sourceFileName, destFileName, (from, to) => File.Move(from, to, overwrite), Access.Write, "moves {0} to ", site);

    /// <summary>Follows <see cref="File.AppendText"/>.</summary>
    public static StreamWriter AppendText(string path, int site) => StreamWriters.New(path, append: true, site);

    /// <summary>Follows <see cref="File.CreateText"/>.</summary>
    public static StreamWriter CreateText(string path, int site) => StreamWriters.New(path, append: false, site);

    /// <summary>Follows <see cref="File.OpenText"/>.</summary>
    public static StreamReader OpenText(string path, int site) => StreamReaders.New(path, site);

    /// <summary>Follows <see cref="File.OpenRead"/>.</summary>
    public static FileStream OpenRead(string path, int site) =>
        FileStreams.New(path, FileMode.Open, FileAccess.Read, FileShare.Read, site);

    /// <summary>Follows <see cref="File.OpenWrite"/>.</summary>
    public static FileStream OpenWrite(string path, int site) =>
        FileStreams.New(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, site);

    /// <summary>Follows <see cref="File.Open(string, FileMode)"/>.</summary>
    public static FileStream Open(string path, FileMode mode, int site) =>
        Open(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, site);

    /// <summary>Follows <see cref="File.Open(string, FileMode, FileAccess)"/>.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, int site) =>
        Open(path, mode, access, FileShare.None, site);

    /// <summary>Follows <see cref="File.Open(string, FileMode, FileAccess, FileShare)"/>.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, int site) =>
        FileStreams.New(path, mode, access, share, site);

    /// <summary>Follows <see cref="File.Open(string, FileStreamOptions)"/>.</summary>
    public static FileStream Open(string path, FileStreamOptions options, int site) => FileStreams.New(path, options, site);

    /// <summary>Follows <see cref="File.Create(string)"/>.</summary>
    public static FileStream Create(string path, int site) =>
        FileStreams.New(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, site);

    /// <summary>Follows <see cref="File.Create(string, int)"/>.</summary>
    public static FileStream Create(string path, int bufferSize, int site) =>
        FileStreams.New(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize, site);

    private static void WriteText(string path, FileMode mode, string? contents, Encoding encoding, int site)
    {
        if (string.IsNullOrEmpty(path) || encoding is null || Strand.Current is not { } me)
        {
            (mode == FileMode.Append ? (Action<string, string?, Encoding>)File.AppendAllText : File.WriteAllText)(path, contents, encoding!);
            return;
        }

        using var file = OpenFile.Open(me, path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0, site);
        var mark = file.Position == 0 ? encoding.GetPreamble() : [];
        var text = (contents ?? "").AsMemory();
        do
        {
            var piece = text[..Math.Min(Piece, text.Length)];
            text = text[piece.Length..];
            file.Write([.. mark, .. encoding.GetBytes(piece.ToArray())]);
            mark = [];
        }
        while (text.Length > 0);
    }

    private static void WriteLines(string path, bool append, IEnumerable<string> contents, Encoding encoding, int site)
    {
        if (contents is null)
        {
            throw new ArgumentNullException(nameof(contents));
        }

        using var writer = StreamWriters.New(path, append, encoding, site);
        foreach (var line in contents)
        {
            writer.WriteLine(line);
        }
    }

    private static void WriteBytes(string path, FileMode mode, byte[] bytes, int site)
    {
        if (bytes is null)
        {
            throw new ArgumentNullException(nameof(bytes));
        }

        using var file = FileStreams.New(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0, site);
        file.Write(bytes);
    }

    private static void Transfer(string from, string to, Action<string, string> transfer, Access access, string text, int site)
    {
        if (string.IsNullOrEmpty(from) || string.IsNullOrEmpty(to) || Strand.Current is not { } me)
        {
            transfer(from, to);
            return;
        }

        var source = me.Run.Disk.At(from);
        var target = me.Run.Disk.At(to);
        me.Step(new Operation(site, target.Contents, Access.Write)
        {
            Second = source.Contents,
            SecondAccess = access,
            KeepsVersion = true,
            Ordering = Ordering.None,
        });
        try
        {
            transfer(source.Real, target.Real);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            me.Spinning.NoteRead(source.Contents);
            me.Spinning.NoteRead(target.Contents);
            throw source.Named(target.Named(error, to), from);
        }

        Changed(me, target);
        if (access == Access.Write)
        {
            Changed(me, source);
        }

        me.Run.Recorder?.Note(me, StepKind.Write, text + target.Name, source.Contents, null, site);
    }

    private static void Changed(Strand me, DiskFile file)
    {
        file.Contents.Version++;
        me.Run.NoteEffect(me);
    }

    /// <summary>Gone through once more, it is opened once more.</summary>
    private static IEnumerable<string> Lines(StreamReader first, string path, Encoding encoding, int site)
    {
        var isFirst = true;
        return Again();

        IEnumerable<string> Again()
        {
            using var reader = isFirst ? first : StreamReaders.New(path, encoding, site);
            isFirst = false;
            while (reader.ReadLine() is { } line)
            {
                yield return line;
            }
        }
    }
}
