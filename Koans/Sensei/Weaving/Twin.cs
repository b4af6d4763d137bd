using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Sensei.Weaving;

/// <summary>
/// The woven copy of an assembly of the course, in a load context of its own, with those of the assemblies it names as
/// the learner's. The assemblies themselves stay exactly what the compiler made; Sensei, xunit and the assertion library
/// are shared between the two.
/// </summary>
internal sealed class Twin
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<Twin>> s_twins = new();
    private static readonly ConcurrentDictionary<Assembly, Lazy<Twin>> s_replayed = new();
    private static readonly ConditionalWeakTable<byte[], Twin> s_ofImages = [];
    private static readonly ConcurrentDictionary<Assembly, bool> s_woven = new();

    private readonly Assembly _assembly;

    private Twin(Assembly assembly, ModuleGroup group, TimeSpan elapsed)
    {
        _assembly = assembly;
        Group = group;
        Elapsed = elapsed;
    }

    /// <summary>
    /// The key of the assembly metadata by which the koans' assembly names another, with the learner's code, that is to be
    /// woven with it. In a learner's own course both are one assembly, and nothing is named.
    /// </summary>
    internal const string StubsKey = "KoansStubs";

    /// <summary>How long weaving and loading took.</summary>
    internal TimeSpan Elapsed { get; }

    /// <summary>What its sites are known by.</summary>
    internal ModuleGroup Group { get; }

    /// <summary>One exploration of a twin at a time: its statics are shared.</summary>
    internal object Gate { get; } = new();

    /// <summary>One live run of a twin at a time. A gate of its own, for a live koan may explore something.</summary>
    internal Lock LiveGate { get; } = new();

    /// <summary>The twin of a loaded assembly, woven when it is first asked for; a twin is its own.</summary>
    internal static Twin Of(Assembly original) =>
        s_twins.GetOrAdd(original, static o => new Lazy<Twin>(() => FromDisk(o, isReplayed: false))).Value;

    /// <summary>
    /// The same for running one order again, perhaps in a debugger: a thread waits for its turn at the beginning of a
    /// statement, and not only at the next step in it. To search, that would be too slow.
    /// </summary>
    internal static Twin Replayed(Assembly original) =>
        s_replayed.GetOrAdd(original, static o => new Lazy<Twin>(() => FromDisk(o, isReplayed: true))).Value;

    /// <summary>The twin of an image that is nowhere on disk, woven when it is first asked for.</summary>
    internal static Twin OfImage(byte[] image, byte[]? symbols) =>
        s_ofImages.GetValue(image, key =>
        {
            var twin = OfImages([(key, symbols)], AssemblyLoadContext.Default, isReplayed: false);
            Origins.Note(twin._assembly, key, symbols);
            return twin;
        });

    private static Twin OfImages(IReadOnlyList<(byte[] Image, byte[]? Symbols)> images, AssemblyLoadContext parent, bool isReplayed)
    {
        var start = Stopwatch.GetTimestamp();
        var group = new ModuleGroup { IsReplayed = isReplayed };
        var weavers = images.Select((of, number) => new Weaver(of.Image, of.Symbols, group, isWhole: number > 0)).ToList();
        weavers.ForEach(weaver => weaver.Prepare());
        weavers.ForEach(weaver => weaver.Weave());
        var context = new TwinContext(parent);
        var twins = weavers.ConvertAll(weaver => context.Load(weaver.Write()));
        weavers.ForEach(weaver => weaver.Dispose());
        twins.ForEach(twin => s_woven[twin] = true);
        var made = new Twin(twins[0], group, Stopwatch.GetElapsedTime(start));
        s_twins[twins[0]] = s_replayed[twins[0]] = new Lazy<Twin>(made);
        return made;
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

    private static Twin FromDisk(Assembly original, bool isReplayed)
    {
        var context = AssemblyLoadContext.GetLoadContext(original) ?? AssemblyLoadContext.Default;
        var stubs = original.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(entry => entry is { Key: StubsKey, Value: not null })
            .Select(entry => context.LoadFromAssemblyName(new AssemblyName(entry.Value!)));
        var twin = OfImages([.. new[] { original }.Concat(stubs).Select(Read)], context, isReplayed);
        Origins.Note(twin._assembly, original.Location);
        return twin;
    }

    private static (byte[] Image, byte[]? Symbols) Read(Assembly assembly)
    {
        var symbols = System.IO.Path.ChangeExtension(assembly.Location, ".pdb");
        return (File.ReadAllBytes(assembly.Location), File.Exists(symbols) ? File.ReadAllBytes(symbols) : null);
    }

    /// <summary>Everything but the twins themselves comes from where the originals' came from.</summary>
    private sealed class TwinContext(AssemblyLoadContext parent) : AssemblyLoadContext("Sensei's twin")
    {
        private readonly Dictionary<string, Assembly> _twins = [];

        internal Assembly Load((byte[] Image, byte[]? Symbols) woven)
        {
            using var image = new MemoryStream(woven.Image);
            using var symbols = woven.Symbols is null ? null : new MemoryStream(woven.Symbols);
            var twin = LoadFromStream(image, symbols);
            return _twins[twin.GetName().Name!] = twin;
        }

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (_twins.GetValueOrDefault(assemblyName.Name!) is { } twin)
            {
                return twin;
            }

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
