using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>
/// Weaves one assembly: every access to shared memory and every call into .NET's threading reports to Sensei before it
/// is made. Works on bytes in memory; nothing on disk is touched.
/// </summary>
internal sealed class Weaver : IDisposable
{
    private readonly ModuleDefinition _module;
    private readonly WeavingContext _context;
    private readonly bool _hasSymbols;

    internal Weaver(byte[] image, byte[]? symbols)
    {
        _hasSymbols = symbols is not null;
        var parameters = new ReaderParameters(ReadingMode.Deferred) { InMemory = true, ReadSymbols = _hasSymbols };
        if (symbols is not null)
        {
            parameters.SymbolReaderProvider = new PortablePdbReaderProvider();
            parameters.SymbolStream = new MemoryStream(symbols);
        }

        _module = ModuleDefinition.ReadModule(new MemoryStream(image), parameters);
        _context = new WeavingContext(_module);
    }

    /// <summary>The woven image and its symbols.</summary>
    internal (byte[] Image, byte[]? Symbols) Weave()
    {
        var types = _module.GetTypes().Where(IsWoven).ToList();
        // first the statics of all, so that the initialisers they become are woven as well
        foreach (var type in types)
        {
            _context.NoteLeaks(type);
            LeaveOutFinaliser(type);
            Statics.Prepare(type, _context);
            Synchronized.Prepare(type, _context);
        }

        foreach (var method in types.SelectMany(t => t.Methods).Where(m => m.HasBody && !Statics.IsOwn(m)).ToList())
        {
            new MethodWeaver(method, _context).Weave();
        }

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var parameters = new WriterParameters();
        if (_hasSymbols)
        {
            parameters.WriteSymbols = true;
            parameters.SymbolWriterProvider = new PortablePdbWriterProvider();
            parameters.SymbolStream = symbols;
        }

        _module.Write(image, parameters);
        return (image.ToArray(), _hasSymbols ? symbols.ToArray() : null);
    }

    public void Dispose() => _module.Dispose();

    /// <summary>
    /// When an object is finalised is up to chance, and on a thread that nobody could follow: in the twin it never is.
    /// </summary>
    private static void LeaveOutFinaliser(TypeDefinition type)
    {
        if (type.Methods.FirstOrDefault(m => m.Name == "Finalize" && m.IsVirtual && !m.HasParameters) is { } finaliser)
        {
            finaliser.Name = "Sensei$Finalize";
            finaliser.IsVirtual = finaliser.IsReuseSlot = false;
            finaliser.Overrides.Clear();
        }
    }

    /// <summary>
    /// Code that is not part of a lesson stays as it is: compiler's helpers, and namespaces that end in Unwoven or hold
    /// the proofs' own machinery.
    /// </summary>
    private static bool IsWoven(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.Name is not ("<Module>" or "<PrivateImplementationDetails>")
            && !type.Namespace.EndsWith("Unwoven", StringComparison.Ordinal)
            && !type.Namespace.StartsWith("Coverlet", StringComparison.Ordinal)
            && !type.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
    }
}
