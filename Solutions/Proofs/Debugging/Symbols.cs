using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Proofs.Debugging.Unwoven;

/// <summary>What the portable symbols of a module say of a source file.</summary>
internal sealed class Symbols : IDisposable
{
    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _reader;
    private readonly string _file;

    /// <param name="symbols">The symbols.</param>
    /// <param name="file">The file.</param>
    internal Symbols(byte[] symbols, string file)
    {
        _provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        _reader = _provider.GetMetadataReader();
        _file = file;
    }

    /// <summary>The checksum of the text that was compiled, by which a debugger knows that it is the text in the editor; null where the file is no part of the module.</summary>
    internal string? Checksum =>
        _reader.Documents.Select(_reader.GetDocument)
            .Where(document => _reader.GetString(document.Name) == _file)
            .Select(document => Convert.ToHexString(_reader.GetBlobBytes(document.Hash)))
            .SingleOrDefault();

    /// <summary>
    /// Where a line begins: in every method that has code on it the first place. That is where debuggers put a breakpoint.
    /// </summary>
    internal IEnumerable<(int Method, int Offset)> At(int line) =>
        from handle in _reader.MethodDebugInformation
        let points = _reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(point => IsAt(point, line)).Take(1)
        from point in points
        select (MetadataTokens.GetToken(handle.ToDefinitionHandle()), point.Offset);

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();

    private bool IsAt(SequencePoint point, int line) =>
        !point.IsHidden && point.StartLine == line && _reader.GetString(_reader.GetDocument(point.Document).Name) == _file;
}
