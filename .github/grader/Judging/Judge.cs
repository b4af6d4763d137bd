using System.IO.Pipes;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Grader.Compiling;
using Sensei.Records;
using Sensei.Telling;

namespace Grader.Judging;

/// <summary>
/// The judge's process: loads one lesson, with the stubs of a submission, and has its koans judged one after another.
/// How to answer comes by standard input, which is read to its end before any code of the submission runs.
/// </summary>
internal static class Judge
{
    public static void Serve()
    {
        var request = JsonSerializer.Deserialize<Request>(Console.In.ReadToEnd())!;
        Console.SetIn(TextReader.Null);
        using var line = new NamedPipeClientStream(".", request.Line, PipeDirection.Out);
        line.Connect(10_000);
        var wire = new Wire(line, request.Key);

        var context = new AssemblyLoadContext("lesson");
        context.Resolving += (lesson, name) => name.Name is Compiler.Stubs or Compiler.Given ? lesson.LoadFromAssemblyPath(Path.Combine(request.Folder, name.Name + ".dll")) : null;
        var koans = context.LoadFromAssemblyPath(Path.Combine(request.Folder, Compiler.Koans + ".dll"));
        foreach (var koan in request.Koans)
        {
            Send(new Begun(koan.Method));
            Send(Judged(koans, koan));
        }

        Send(new Done());
        // whatever is still running is of no interest any more
        Environment.Exit(0);

        void Send(Message message) => wire.Send(JsonSerializer.SerializeToUtf8Bytes(message));
    }

    private static Message Judged(Assembly koans, Wanted koan)
    {
        try
        {
            var method = koans.GetType(koan.Type, throwOnError: true)!.GetMethod(koan.Method, BindingFlags.Public | BindingFlags.Instance)!;
            Verdict verdict = Sensei.Judge.Try(method);
            return new Found(koan.Method, RecordJson.Write(Teller.Record(verdict, koan.Place), koan.Place.Root));
        }
        catch (Exception mistake)
        {
            return new Failed(koan.Method, $"{mistake.GetType().Name}: {mistake.Message}");
        }
    }
}
