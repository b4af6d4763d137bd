using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="FileStream"/>: whoever has one by its path uses the rest of it as it is, which takes the steps itself.</summary>
[Follows(typeof(FileStream))]
public static class FileStreams
{
    private const int Room = 4096;

    /// <summary>Follows <see cref="FileStream(string, FileMode)"/>.</summary>
    public static FileStream New(string path, FileMode mode, int site) =>
        New(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, site);

    /// <summary>Follows <see cref="FileStream(string, FileMode, FileAccess)"/>.</summary>
    public static FileStream New(string path, FileMode mode, FileAccess access, int site) =>
        New(path, mode, access, FileShare.Read, site);

    /// <summary>Follows <see cref="FileStream(string, FileMode, FileAccess, FileShare)"/>.</summary>
    public static FileStream New(string path, FileMode mode, FileAccess access, FileShare share, int site) =>
        New(path, mode, access, share, Room, site);

    /// <summary>Follows <see cref="FileStream(string, FileMode, FileAccess, FileShare, int)"/>.</summary>
    public static FileStream New(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, int site) =>
        New(path, mode, access, share, bufferSize, FileOptions.None, site);

    /// <summary>Follows <see cref="FileStream(string, FileMode, FileAccess, FileShare, int, bool)"/>.</summary>
    public static FileStream New(
        string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, bool useAsync, int site) =>
        New(path, mode, access, share, bufferSize, useAsync ? FileOptions.Asynchronous : FileOptions.None, site);

    /// <summary>Follows <see cref="FileStream(string, FileMode, FileAccess, FileShare, int, FileOptions)"/>.</summary>
    public static FileStream New(
        string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, FileOptions options, int site)
    {
        if (path is null || bufferSize < 0 || Strand.Current is not { } me)
        {
            return new FileStream(path!, mode, access, share, bufferSize, options);
        }

        Refuse(me, options, site);
        return OpenFile.Open(me, path, mode, access, share, bufferSize, site);
    }

    /// <summary>Follows <see cref="FileStream(string, FileStreamOptions)"/>.</summary>
    public static FileStream New(string path, FileStreamOptions options, int site)
    {
        if (path is null || options is null || Strand.Current is not { } me)
        {
            return new FileStream(path!, options!);
        }

        Refuse(me, options.Options, site);
        return OpenFile.Open(me, path, options.Mode, options.Access, options.Share, options.BufferSize, site);
    }

    private static void Refuse(Strand me, FileOptions options, int site)
    {
        if (options.HasFlag(FileOptions.DeleteOnClose))
        {
            me.Run.NotFollowed("FileOptions.DeleteOnClose", "File.Delete", site);
        }
    }
}
