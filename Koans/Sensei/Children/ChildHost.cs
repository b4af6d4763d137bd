using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;

namespace Sensei.Children;

/// <summary>
/// The inside of a child process: finds the method, runs it as the process's <c>Main</c>, and tells the parent what it
/// cannot see from outside. Apart from that the process is like any other; its last foreground thread ends it.
/// </summary>
internal static class ChildHost
{
    /// <summary>What is told, on the standard error between two marks that nothing else contains.</summary>
    internal const string Returned = "returned", Stays = "stays";

    private static string? s_mark;

    /// <summary>The entry point of this assembly, which <see cref="ChildProcess"/> starts and nobody else.</summary>
    private static int Main(string[] args)
    {
        if (args is not [var mark, var assembly, var folders, var type, var method, .. var arguments])
        {
            Console.Error.WriteLine("This is the judge of the koans. To walk the path: dotnet test Koans");
            return 2;
        }

        s_mark = mark;
        EndWithParent();
        Invoke(Find(assembly, folders.Split(System.IO.Path.PathSeparator), type, method), arguments);
        Tell(Returned);
        return Environment.ExitCode;
    }

    [DoesNotReturn]
    internal static void StayForEver()
    {
        if (s_mark is null)
        {
            throw new InvalidOperationException("Only what runs in a child process can stay there for ever.");
        }

        if (!Thread.CurrentThread.IsBackground)
        {
            Tell(Stays);
        }

        while (true)
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private static void Tell(string word)
    {
        var error = Console.Error;
        error.Write($"{s_mark}{word}{s_mark}");
        error.Flush();
    }

    /// <summary>The parent keeps our standard input open as long as it lives; nothing is ever written to it.</summary>
    private static void EndWithParent()
    {
        var watch = new Thread(static () =>
        {
            using var input = Console.OpenStandardInput();
            Span<byte> buffer = stackalloc byte[16];
            while (input.Read(buffer) > 0)
            {
            }

            Process.GetCurrentProcess().Kill();
        });
        watch.IsBackground = true;
        watch.UnsafeStart();
    }

    private static MethodInfo Find(string assembly, string[] folders, string type, string method)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) => folders
            .Select(folder => System.IO.Path.Combine(folder, name.Name + ".dll"))
            .Where(File.Exists)
            .Select(context.LoadFromAssemblyPath)
            .FirstOrDefault();
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(assembly).GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)!;
    }

    // Called without reflection in between, so that what the method throws ends the process as it would from a Main.
    private static void Invoke(MethodInfo method, string[] arguments)
    {
        // the compiler makes a lambda that captures nothing an instance method of a class without state
        var target = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!, nonPublic: true);
        if (method.GetParameters().Length == 0)
        {
            method.CreateDelegate<Action>(target)();
        }
        else if (method.ReturnType == typeof(Task))
        {
            method.CreateDelegate<Func<string[], Task>>(target)(arguments).GetAwaiter().GetResult();
        }
        else
        {
            method.CreateDelegate<Action<string[]>>(target)(arguments);
        }
    }
}
