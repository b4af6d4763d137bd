using System.Reflection;
using System.Runtime.Loader;

namespace Figures.Unwoven;

/// <summary>Loads a test assembly from where it was built, with what it refers to; Sensei stays the one that is here.</summary>
internal static class TestAssembly
{
    internal static Assembly Load(string path)
    {
        var resolver = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }
}
