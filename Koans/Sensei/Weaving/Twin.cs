using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Sensei.Weaving;

/// <summary>
/// The woven copy of an assembly of the course, in a load context of its own. The assembly itself stays exactly what
/// the compiler made; Sensei, xunit and the assertion library are shared between the two.
/// </summary>
internal sealed class Twin
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<Twin>> s_twins = new();
    private static readonly ConcurrentDictionary<Assembly, bool> s_woven = new();

    private readonly Assembly _assembly;

    private Twin(Assembly assembly, TimeSpan elapsed)
    {
        _assembly = assembly;
        Elapsed = elapsed;
        s_woven[assembly] = true;
    }

    /// <summary>How long weaving and loading took.</summary>
    internal TimeSpan Elapsed { get; }

    /// <summary>One exploration of a twin at a time: its statics are shared.</summary>
    internal object Gate { get; } = new();

    /// <summary>The twin of a loaded assembly; woven when it is first asked for.</summary>
    internal static Twin Of(Assembly original) =>
        s_twins.GetOrAdd(original, static o => new Lazy<Twin>(() => FromDisk(o))).Value;

    /// <summary>A twin made from an image that is nowhere on disk.</summary>
    internal static Twin OfImage(byte[] image, byte[]? symbols, AssemblyLoadContext? parent = null)
    {
        var start = Stopwatch.GetTimestamp();
        using var weaver = new Weaver(image, symbols);
        var (woven, wovenSymbols) = weaver.Weave();
        var context = new TwinContext(parent ?? AssemblyLoadContext.Default);
        using var stream = new MemoryStream(woven);
        using var symbolStream = wovenSymbols is null ? null : new MemoryStream(wovenSymbols);
        return new Twin(context.LoadFromStream(stream, symbolStream), Stopwatch.GetElapsedTime(start));
    }

    internal static bool IsTwin(Assembly assembly) => s_woven.ContainsKey(assembly);

    /// <summary>The twin's counterpart of a method.</summary>
    internal MethodInfo this[MethodInfo original]
    {
        get
        {
            var type = Type(original.DeclaringType!.FullName!);
            return type.GetMethod(
                original.Name,
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly,
                original.GetParameters().Select(p => p.ParameterType).ToArray())!;
        }
    }

    internal Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    private static Twin FromDisk(Assembly original)
    {
        var path = original.Location;
        var symbols = System.IO.Path.ChangeExtension(path, ".pdb");
        return OfImage(
            File.ReadAllBytes(path),
            File.Exists(symbols) ? File.ReadAllBytes(symbols) : null,
            AssemblyLoadContext.GetLoadContext(original));
    }

    /// <summary>Everything but the twin itself comes from where the original's came from.</summary>
    private sealed class TwinContext(AssemblyLoadContext parent) : AssemblyLoadContext("Sensei's twin")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            foreach (var loaded in parent.Assemblies)
            {
                if (loaded.GetName().Name == assemblyName.Name)
                {
                    return loaded;
                }
            }

            return parent == Default ? null : parent.LoadFromAssemblyName(assemblyName);
        }
    }
}
