using System.Runtime.CompilerServices;
using System.Text;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="StreamWriter"/> of a file.</summary>
[Follows(typeof(StreamWriter))]
public static class StreamWriters
{
    private const int Room = 4096;

    /// <summary>Follows <see cref="StreamWriter(string)"/>.</summary>
    public static StreamWriter New(string path, int site) => New(path, append: false, site);

    /// <summary>Follows <see cref="StreamWriter(string, bool)"/>.</summary>
    public static StreamWriter New(string path, bool append, int site) =>
        IsOurs(path) ? new StreamWriter(Open(path, append, site)) : new StreamWriter(path, append);

    /// <summary>Follows <see cref="StreamWriter(string, bool, Encoding)"/>.</summary>
    public static StreamWriter New(string path, bool append, Encoding encoding, int site) =>
        IsOurs(path) ? new StreamWriter(Open(path, append, site), encoding) : new StreamWriter(path, append, encoding);

    /// <summary>Follows <see cref="StreamWriter(string, bool, Encoding, int)"/>.</summary>
    public static StreamWriter New(string path, bool append, Encoding encoding, int bufferSize, int site) =>
        IsOurs(path) ? new StreamWriter(Open(path, append, site), encoding, bufferSize) : new StreamWriter(path, append, encoding, bufferSize);

    /// <summary>Follows <see cref="StreamWriter(string, FileStreamOptions)"/>.</summary>
    public static StreamWriter New(string path, FileStreamOptions options, int site) =>
        IsOurs(path) ? new StreamWriter(FileStreams.New(path, options, site)) : new StreamWriter(path, options);

    /// <summary>Follows <see cref="StreamWriter(string, Encoding, FileStreamOptions)"/>.</summary>
    public static StreamWriter New(string path, Encoding encoding, FileStreamOptions options, int site) =>
        IsOurs(path) ? new StreamWriter(FileStreams.New(path, options, site), encoding) : new StreamWriter(path, encoding, options);

    /// <summary>How many letters wait in it.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_charPos")]
    internal static extern ref int Waiting(StreamWriter writer);

    internal static FileStream Open(string path, bool append, int site) =>
        FileStreams.New(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read, Room, site);

    private static bool IsOurs(string path) => !string.IsNullOrEmpty(path) && Strand.Current is not null;
}
