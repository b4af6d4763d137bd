using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

// The other judge, run by Unwoven/Peer.cs: weaves an assembly, or tries one program of it for some seconds and writes how
// many schedules it tried, how long that took, in how many something was wrong, and what it said of the first.
switch (args)
{
    case ["weave", var assembly, var folder]:
        Weave(assembly, folder);
        break;
    case ["try", var assembly, var method, var expected, var seconds]:
        Try(assembly, method, expected, int.Parse(seconds, CultureInfo.InvariantCulture));
        break;
}

// Its command-line tool is a package of its own for an older .NET; what it calls is internal.
static void Weave(string assembly, string folder)
{
    const BindingFlags any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    var coyote = typeof(TestingEngine).Assembly;
    var type = coyote.GetType("Microsoft.Coyote.Rewriting.RewritingOptions")!;
    var options = type.GetMethod("Create", any)!.Invoke(null, null)!;
    type.GetProperty("AssembliesDirectory", any)!.SetValue(options, Path.GetDirectoryName(assembly));
    type.GetProperty("OutputDirectory", any)!.SetValue(options, folder);
    ((HashSet<string>)type.GetProperty("AssemblyPaths", any)!.GetValue(options)!).Add(assembly);
    var run = coyote.GetType("Microsoft.Coyote.Rewriting.RewritingEngine")!.GetMethods(any).Single(m => m.Name == "Run" && m.IsStatic);
    var configuration = Configuration.Create();
    var parameters = run.GetParameters();
    var writer = parameters[2].ParameterType.GetConstructors(any)[0].Invoke([configuration, true]);
    run.Invoke(null, [options, configuration, writer, Activator.CreateInstance(parameters[3].ParameterType, nonPublic: true)]);
}

static void Try(string assembly, string method, string expected, int seconds)
{
    var program = Assembly.LoadFrom(assembly).GetType("Figures.Scenarios")!.GetMethod(method)!.CreateDelegate<Func<string>>();
    var configuration = Configuration.Create()
        .WithTelemetryEnabled(false)
        .WithVerbosityEnabled(VerbosityLevel.None)
        .WithRandomGeneratorSeed(1)
        .WithRandomStrategy()
        .WithMemoryAccessRaceCheckingEnabled(true)
        .WithTestIterationsRunToCompletion(true)
        .WithTestingIterations(uint.MaxValue)
        .WithTestingTimeout(seconds);
    var engine = TestingEngine.Create(configuration, () =>
    {
        if (program() is var total && total != expected)
        {
            throw new InvalidOperationException("a lost update");
        }
    });
    var clock = Stopwatch.StartNew();
    var output = Console.Out;
    Console.SetOut(TextWriter.Null);
    engine.Run();
    Console.SetOut(output);
    var report = engine.TestReport;
    var first = report.BugReports.FirstOrDefault()?.Split('\n')[0] ?? "";
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"result\t{report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths}\t{clock.Elapsed.Ticks}\t{report.NumOfFoundBugs}\t{first}"));
    // threads that it has lost may keep the process alive
    Environment.Exit(0);
}
