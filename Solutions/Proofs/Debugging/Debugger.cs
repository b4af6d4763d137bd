using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Proofs.Debugging.Unwoven;

/// <summary>A thread has come to a breakpoint.</summary>
/// <param name="Thread">The thread's name, as a debugger lists it.</param>
/// <param name="Line">The line.</param>
/// <param name="Value">What the watched field of the object held whose method it is in.</param>
internal sealed record BreakpointHit(string? Thread, int Line, long Value);

/// <summary>
/// A debugger, as small as one can be: it goes to a process that waits for one, puts breakpoints on lines of a file in
/// every module that has them, and notes who comes to which. The work is done by the engine that is part of every .NET
/// and that all debuggers of .NET use, so what happens to this one happens to them.
/// </summary>
/// <param name="process">The process.</param>
/// <param name="file">The source file.</param>
/// <param name="lines">The lines of the breakpoints.</param>
/// <param name="field">The name of the number to be looked at, a field of the class that the breakpoints are in.</param>
/// <param name="property">The name of a property of that class that is to be evaluated at every breakpoint; null for none.</param>
internal sealed class Debugger(Process process, string file, IReadOnlyList<int> lines, string field, string? property)
{
    // both processes run the same runtime
    private static readonly int s_nameOfThread = typeof(Thread).GetField("_name", BindingFlags.NonPublic | BindingFlags.Instance)!.MetadataToken;

    // how often is looked whether a process is there yet; nothing depends on it
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    // what .NET says before a thread depends on others
    private static readonly int s_dependency =
        typeof(System.Diagnostics.Debugger).GetNestedType("CrossThreadDependencyNotification", BindingFlags.NonPublic)!.MetadataToken;

    private readonly Dictionary<(string Module, int Method, int Offset), int> _breakpoints = [];
    private readonly Dictionary<string, byte[]> _images = [];
    private readonly List<BreakpointHit> _hits = [];
    private readonly Dictionary<string, string> _modules = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ICorDebugProcess? _process;
    private ICorDebugClass? _dependency;
    private ICorDebugEval? _evaluation;

    /// <summary>Who came to which breakpoint, in this order.</summary>
    internal IReadOnlyList<BreakpointHit> Hits => _hits;

    /// <summary>The modules in which the breakpoints are, each with the checksum that it knows the file by. Those in memory have no folder in their names.</summary>
    internal IReadOnlyDictionary<string, string> Modules => _modules;

    /// <summary>How many times something was evaluated.</summary>
    internal int Evaluations { get; private set; }

    /// <summary>How many of those evaluations were given up because they depend on other threads.</summary>
    internal int GivenUp { get; private set; }

    /// <summary>Goes to the process and stays until that has ended.</summary>
    internal async Task Attend()
    {
        while (!Engine.CanDebug(process))
        {
            await Task.Delay(s_pause);
        }

        var engine = Engine.For(process);
        engine.Initialize();
        engine.SetManagedHandler(new Callbacks(this));
        engine.DebugActiveProcess(process.Id, 0, out _process);
        await _ended.Task;
        engine.Terminate();
    }

    /// <summary>The debugging begins.</summary>
    internal void Begins(ICorDebugProcess started) => _process = started;

    /// <summary>The process is gone.</summary>
    internal void Ends() => _ended.TrySetResult();

    /// <summary>Lets the process go on.</summary>
    internal void Continue() => _process!.Continue(0);

    /// <summary>Lets the process go on after something has been done; if that fails, there is nothing more to be seen in it.</summary>
    internal void After(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            _ended.TrySetException(error);
        }

        Continue();
    }

    /// <summary>A module is there, and has run nothing yet.</summary>
    internal void Loaded(ICorDebugModule module)
    {
        if (Path.GetFileName(NameOf(module)) == "System.Private.CoreLib.dll")
        {
            module.GetClassFromToken(s_dependency, out _dependency);
        }

        var symbols = Path.ChangeExtension(NameOf(module), ".pdb");
        if (File.Exists(symbols))
        {
            Bind(module, File.ReadAllBytes(symbols));
        }
    }

    /// <summary>The same for a module in memory, whose symbols are handed over by the runtime.</summary>
    internal void Loaded(ICorDebugModule module, IStream symbols)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        int count;
        do
        {
            symbols.Read(buffer, buffer.Length, out count);
            all.Write(buffer, 0, count);
        }
        while (count > 0);
        Bind(module, all.ToArray());
    }

    /// <summary>A thread has come to a breakpoint, and everything stands still.</summary>
    internal void Hit(ICorDebugThread thread, ICorDebugFunctionBreakpoint breakpoint)
    {
        breakpoint.GetFunction(out var function);
        breakpoint.GetOffset(out var offset);
        function.GetToken(out var method);
        function.GetClass(out var type);
        function.GetModule(out var module);
        thread.GetObject(out var face);
        thread.GetActiveFrame(out var frame);
        frame.GetArgument(0, out var self);
        _hits.Add(new BreakpointHit(
            Values.Text(Values.Field(face, s_nameOfThread)),
            _breakpoints[(NameOf(module), method, offset)],
            Values.Number(Values.Field(self, FieldOf(module, type)))));
        if (property is not null)
        {
            module.GetFunctionFromToken(GetterOf(module, type), out var getter);
            Evaluate(thread, getter, self);
        }
    }

    /// <summary>An evaluation waits for other threads, which stand still meanwhile.</summary>
    internal void GiveUp()
    {
        _evaluation!.Abort();
        GivenUp++;
    }

    /// <summary>An evaluation is over, one way or the other; the run goes on.</summary>
    internal void Evaluated()
    {
        Evaluations++;
        _process!.SetAllThreadsDebugState(0, null);
        ((ICorDebugProcess3)_process).SetEnableCustomNotification(_dependency!, 0);
    }

    /// <summary>Calls a method on the thread that stands at the breakpoint, as debuggers do: with all others suspended.</summary>
    private void Evaluate(ICorDebugThread thread, ICorDebugFunction method, ICorDebugReferenceValue self)
    {
        ((ICorDebugProcess3)_process!).SetEnableCustomNotification(_dependency!, 1);
        _process.SetAllThreadsDebugState(1, thread);
        thread.CreateEval(out _evaluation);
        _evaluation.CallFunction(method, 1, self);
    }

    private void Bind(ICorDebugModule module, byte[] symbols)
    {
        using var source = new Symbols(symbols, file);
        if (source.Checksum is not { } checksum)
        {
            return;
        }

        _modules.Add(NameOf(module), checksum);
        foreach (var line in lines)
        {
            foreach (var (method, offset) in source.At(line))
            {
                module.GetFunctionFromToken(method, out var function);
                function.GetILCode(out var code);
                code.CreateBreakpoint(offset, out var breakpoint);
                breakpoint.Activate(1);
                _breakpoints.Add((NameOf(module), method, offset), line);
            }
        }
    }

    private int FieldOf(ICorDebugModule module, ICorDebugClass type) => TokenOf(module, type, (metadata, definition) =>
        definition.GetFields().Where(handle => metadata.GetString(metadata.GetFieldDefinition(handle).Name) == field).Select(handle => (Handle)handle));

    private int GetterOf(ICorDebugModule module, ICorDebugClass type) => TokenOf(module, type, (metadata, definition) =>
        definition.GetMethods().Where(handle => metadata.GetString(metadata.GetMethodDefinition(handle).Name) == $"get_{property}").Select(handle => (Handle)handle));

    /// <summary>The token of a member, by the metadata of its module as it is in memory.</summary>
    private int TokenOf(ICorDebugModule module, ICorDebugClass type, Func<MetadataReader, TypeDefinition, IEnumerable<Handle>> find)
    {
        type.GetToken(out var token);
        if (!_images.TryGetValue(NameOf(module), out var image))
        {
            module.GetBaseAddress(out var address);
            module.GetSize(out var size);
            image = new byte[size];
            _process!.ReadMemory(address, size, image, out _);
            _images.Add(NameOf(module), image);
        }

        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        return MetadataTokens.GetToken(find(metadata, metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.Handle(token))).Single());
    }

    private static string NameOf(ICorDebugModule module)
    {
        var name = new ushort[4096];
        module.GetName(name.Length, out var length, name);
        return Values.Text(name, length);
    }
}
