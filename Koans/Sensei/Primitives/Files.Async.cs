using System.Text;
using Sensei.Running;

namespace Sensei.Primitives;

/// <content>
/// The same without waiting for the disk. It takes the same steps; as a disk takes no time here, it is done when it returns.
/// </content>
public static partial class Files
{
    /// <summary>Follows <see cref="File.AppendAllTextAsync(string, string, CancellationToken)"/>.</summary>
    public static Task AppendAllTextAsync(string path, string? contents, CancellationToken cancellationToken, int site) =>
        AppendAllTextAsync(path, contents, s_plain, cancellationToken, site);

    /// <summary>Follows <see cref="File.AppendAllTextAsync(string, string, Encoding, CancellationToken)"/>.</summary>
    public static Task AppendAllTextAsync(
        string path, string? contents, Encoding encoding, CancellationToken cancellationToken, int site) => Strand.Current is null
        ? File.AppendAllTextAsync(path, contents, encoding, cancellationToken)
        : Done(() => AppendAllText(path, contents, encoding, site), cancellationToken, site);

    /// <summary>Follows <see cref="File.WriteAllTextAsync(string, string, CancellationToken)"/>.</summary>
    public static Task WriteAllTextAsync(string path, string? contents, CancellationToken cancellationToken, int site) =>
        WriteAllTextAsync(path, contents, s_plain, cancellationToken, site);

    /// <summary>Follows <see cref="File.WriteAllTextAsync(string, string, Encoding, CancellationToken)"/>.</summary>
    public static Task WriteAllTextAsync(
        string path, string? contents, Encoding encoding, CancellationToken cancellationToken, int site) => Strand.Current is null
        ? File.WriteAllTextAsync(path, contents, encoding, cancellationToken)
        : Done(() => WriteAllText(path, contents, encoding, site), cancellationToken, site);

    /// <summary>Follows <see cref="File.AppendAllLinesAsync(string, IEnumerable{string}, CancellationToken)"/>.</summary>
    public static Task AppendAllLinesAsync(string path, IEnumerable<string> contents, CancellationToken cancellationToken, int site) =>
        Strand.Current is null
            ? File.AppendAllLinesAsync(path, contents, cancellationToken)
            : Done(() => AppendAllLines(path, contents, site), cancellationToken, site);

    /// <summary>Follows <see cref="File.WriteAllLinesAsync(string, IEnumerable{string}, CancellationToken)"/>.</summary>
    public static Task WriteAllLinesAsync(string path, IEnumerable<string> contents, CancellationToken cancellationToken, int site) =>
        Strand.Current is null
            ? File.WriteAllLinesAsync(path, contents, cancellationToken)
            : Done(() => WriteAllLines(path, contents, site), cancellationToken, site);

    /// <summary>Follows <see cref="File.WriteAllBytesAsync(string, byte[], CancellationToken)"/>.</summary>
    public static Task WriteAllBytesAsync(string path, byte[] bytes, CancellationToken cancellationToken, int site) =>
        Strand.Current is null
            ? File.WriteAllBytesAsync(path, bytes, cancellationToken)
            : Done(() => WriteAllBytes(path, bytes, site), cancellationToken, site);

    /// <summary>Follows <see cref="File.ReadAllTextAsync(string, CancellationToken)"/>.</summary>
    public static Task<string> ReadAllTextAsync(string path, CancellationToken cancellationToken, int site) => Strand.Current is null
        ? File.ReadAllTextAsync(path, cancellationToken)
        : Done(() => ReadAllText(path, site), cancellationToken, site);

    /// <summary>Follows <see cref="File.ReadAllLinesAsync(string, CancellationToken)"/>.</summary>
    public static Task<string[]> ReadAllLinesAsync(string path, CancellationToken cancellationToken, int site) => Strand.Current is null
        ? File.ReadAllLinesAsync(path, cancellationToken)
        : Done(() => ReadAllLines(path, site), cancellationToken, site);

    /// <summary>Follows <see cref="File.ReadAllBytesAsync(string, CancellationToken)"/>.</summary>
    public static Task<byte[]> ReadAllBytesAsync(string path, CancellationToken cancellationToken, int site) => Strand.Current is null
        ? File.ReadAllBytesAsync(path, cancellationToken)
        : Done(() => ReadAllBytes(path, site), cancellationToken, site);

    private static Task Done(Action action, CancellationToken token, int site) => Done(
        () =>
        {
            action();
            return true;
        },
        token,
        site);

    private static Task<T> Done<T>(Func<T> function, CancellationToken token, int site)
    {
        try
        {
            Cancelling.Check(Strand.Current!, token, site);
            return Task.FromResult(function());
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(token);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Task.FromException<T>(error);
        }
    }
}
