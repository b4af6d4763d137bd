using System.Text;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="StreamReader"/> of a file.</summary>
[Follows(typeof(StreamReader))]
public static class StreamReaders
{
    private const int Room = 4096;

    /// <summary>Follows <see cref="StreamReader(string)"/>.</summary>
    public static StreamReader New(string path, int site) => New(path, detectEncodingFromByteOrderMarks: true, site);

    /// <summary>Follows <see cref="StreamReader(string, bool)"/>.</summary>
    public static StreamReader New(string path, bool detectEncodingFromByteOrderMarks, int site) =>
        New(path, Encoding.UTF8, detectEncodingFromByteOrderMarks, site);

    /// <summary>Follows <see cref="StreamReader(string, Encoding)"/>.</summary>
    public static StreamReader New(string path, Encoding encoding, int site) =>
        New(path, encoding, detectEncodingFromByteOrderMarks: true, site);

    /// <summary>Follows <see cref="StreamReader(string, Encoding, bool)"/>.</summary>
    public static StreamReader New(string path, Encoding encoding, bool detectEncodingFromByteOrderMarks, int site) => IsOurs(path)
        ? new StreamReader(Open(path, site), encoding, detectEncodingFromByteOrderMarks)
        : new StreamReader(path, encoding, detectEncodingFromByteOrderMarks);

    /// <summary>Follows <see cref="StreamReader(string, Encoding, bool, int)"/>.</summary>
    public static StreamReader New(string path, Encoding encoding, bool detectEncodingFromByteOrderMarks, int bufferSize, int site) => IsOurs(path)
        ? new StreamReader(Open(path, site), encoding, detectEncodingFromByteOrderMarks, bufferSize)
        : new StreamReader(path, encoding, detectEncodingFromByteOrderMarks, bufferSize);

    /// <summary>Follows <see cref="StreamReader(string, FileStreamOptions)"/>.</summary>
    public static StreamReader New(string path, FileStreamOptions options, int site) =>
        IsOurs(path) ? new StreamReader(FileStreams.New(path, options, site)) : new StreamReader(path, options);

    /// <summary>Follows <see cref="StreamReader(string, Encoding, bool, FileStreamOptions)"/>.</summary>
    public static StreamReader New(
        string path, Encoding encoding, bool detectEncodingFromByteOrderMarks, FileStreamOptions options, int site) => IsOurs(path)
        ? new StreamReader(FileStreams.New(path, options, site), encoding, detectEncodingFromByteOrderMarks)
        : new StreamReader(path, encoding, detectEncodingFromByteOrderMarks, options);

    internal static FileStream Open(string path, int site) =>
        FileStreams.New(path, FileMode.Open, FileAccess.Read, FileShare.Read, Room, site);

    private static bool IsOurs(string path) => !string.IsNullOrEmpty(path) && Strand.Current is not null;
}
