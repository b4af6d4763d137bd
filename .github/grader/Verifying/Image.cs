using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Grader.Verifying;

/// <summary>An assembly as bytes: it is read, and nothing of it is loaded.</summary>
internal sealed class Image : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReaderProvider? _symbols;

    public Image(byte[] image, byte[]? symbols)
    {
        _file = new PEReader([.. image]);
        Reader = _file.GetMetadataReader();
        _symbols = symbols is null ? null : MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        Symbols = _symbols?.GetMetadataReader();
    }

    public MetadataReader Reader { get; }

    public MetadataReader? Symbols { get; }

    public void Dispose()
    {
        _file.Dispose();
        _symbols?.Dispose();
    }

    /// <summary>A method's body.</summary>
    public MethodBodyBlock Body(MethodDefinition method) => _file.GetMethodBody(method.RelativeVirtualAddress);

    /// <summary>The full name of a type that is referred to: "System.Collections.Generic.List`1/Enumerator".</summary>
    public string NameOf(TypeReferenceHandle handle)
    {
        var type = Reader.GetTypeReference(handle);
        var name = Reader.GetString(type.Name);
        return type.ResolutionScope is { Kind: HandleKind.TypeReference } outer
            ? $"{NameOf((TypeReferenceHandle)outer)}/{name}"
            : type.Namespace.IsNil ? name : $"{Reader.GetString(type.Namespace)}.{name}";
    }

    /// <summary>The full name of a type that is defined.</summary>
    public string NameOf(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        var name = Reader.GetString(type.Name);
        return !type.GetDeclaringType().IsNil
            ? $"{NameOf(type.GetDeclaringType())}/{name}"
            : type.Namespace.IsNil ? name : $"{Reader.GetString(type.Namespace)}.{name}";
    }

    /// <summary>The file and line of an instruction; null where the compiler recorded none.</summary>
    public (string File, int Line)? At(MethodDefinitionHandle method, int offset)
    {
        if (Symbols is null)
        {
            return null;
        }

        (string, int)? last = null;
        foreach (var point in Symbols.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (!point.IsHidden && (point.Offset <= offset || last is null))
            {
                last = (Symbols.GetString(Symbols.GetDocument(point.Document).Name), point.StartLine);
            }
        }

        return last;
    }
}
