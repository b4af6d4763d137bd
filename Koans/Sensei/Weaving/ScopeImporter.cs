using System.Reflection;
using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>
/// Imports into a module what reflection knows. Which of the module's references an assembly is, is looked up once: by
/// names and keys, as is usual, it takes longer than all the rest of the weaving.
/// </summary>
internal sealed class ScopeImporter(ModuleDefinition module) : DefaultReflectionImporter(module)
{
    private readonly Dictionary<Assembly, IMetadataScope> _scopes = [];

    /// <summary>Makes them, for <see cref="ReaderParameters"/>.</summary>
    internal sealed class Provider : IReflectionImporterProvider
    {
        public IReflectionImporter GetReflectionImporter(ModuleDefinition module) => new ScopeImporter(module);
    }

    protected override IMetadataScope ImportScope(Type type)
    {
        if (!_scopes.TryGetValue(type.Assembly, out var scope))
        {
            _scopes[type.Assembly] = scope = base.ImportScope(type);
        }

        return scope;
    }
}
