using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>
/// Weaves an assembly: every access to shared memory and every call into .NET's threading reports to Sensei before it
/// is made. Works on bytes in memory; nothing on disk is touched.
/// </summary>
internal sealed class Weaver : IDisposable
{
    private readonly ModuleDefinition _module;
    private readonly WeavingContext _context;
    private readonly bool _hasSymbols;
    private readonly bool _isWhole;
    private List<TypeDefinition> _types = [];

    /// <param name="image">The assembly.</param>
    /// <param name="symbols">Its portable symbols.</param>
    /// <param name="group">The modules that are woven together with it.</param>
    /// <param name="isWhole">Whether nothing in it is left as it is, whatever its name: so it is with a learner's own assembly.</param>
    internal Weaver(byte[] image, byte[]? symbols, ModuleGroup group, bool isWhole)
    {
        _isWhole = isWhole;
        _hasSymbols = symbols is not null;
        var parameters = new ReaderParameters(ReadingMode.Deferred)
        {
            InMemory = true,
            ReadSymbols = _hasSymbols,
            ReflectionImporterProvider = new ScopeImporter.Provider(),
        };
        if (symbols is not null)
        {
            parameters.SymbolReaderProvider = new PortablePdbReaderProvider();
            parameters.SymbolStream = new MemoryStream(symbols);
        }

        _module = ModuleDefinition.ReadModule(new MemoryStream(image), parameters);
        _context = new WeavingContext(_module, group);
        group.Add(_module);
    }

    /// <summary>Comes first, for all assemblies of a group: their statics, so that the initialisers they become are woven as well.</summary>
    internal void Prepare()
    {
        _types = _module.GetTypes().Where(IsWoven).ToList();
        foreach (var type in _types)
        {
            _context.NoteLeaks(type);
            LeaveOutFinaliser(type);
            Statics.Prepare(type, _context);
            Synchronized.Prepare(type, _context);
        }
    }

    /// <summary>Comes second: the steps.</summary>
    internal void Weave()
    {
        foreach (var method in _types.SelectMany(t => t.Methods).Where(m => m.HasBody && !Statics.IsOwn(m)).ToList())
        {
            new MethodWeaver(method, _context).Weave();
        }
    }

    /// <summary>The woven image and its symbols.</summary>
    internal (byte[] Image, byte[]? Symbols) Write()
    {
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
    private bool IsWoven(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.Name is not ("<Module>" or "<PrivateImplementationDetails>")
            && (_isWhole
                || (!type.Namespace.EndsWith("Unwoven", StringComparison.Ordinal)
                    && !type.Namespace.StartsWith("Coverlet", StringComparison.Ordinal)
                    && !type.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)));
    }
}
