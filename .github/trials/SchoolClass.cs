namespace Trials;

/// <summary>A class of so many, no two the same: the first half has right stubs only, the other untouched, solved, and rightly and wrongly mended ones.</summary>
internal static class SchoolClass
{
    /// <summary>The most that grading one may take where nothing hangs, on two cores that have nothing else to do.</summary>
    private const double MostSeconds = 10;

    /// <summary>So many before the second half may have one of it beside them, which hangs and computes.</summary>
    private const int NearTheMiddle = 2;

    /// <summary>Grades a class in one run, each lesson of each submission judged anew, and prints the time for each.</summary>
    public static IReadOnlyList<string> Try(string root, Repository repository, Grader grader, int size)
    {
        var stubs = Stubs.Of(root);
        var half = (size + 1) / 2;
        var names = Enumerable.Range(1, size).Select(number => $"class/{number:000}").ToList();
        for (var i = 0; i < size; i++)
        {
            var chance = new Random(i);
            repository.Branch(names[i], () =>
            {
                foreach (var stub in stubs)
                {
                    string?[] choices = i < half ? [stub.Solution, .. stub.Right] : [null, stub.Solution, .. stub.Right, .. stub.Wrong];
                    if (choices[chance.Next(choices.Length)] is { } file)
                    {
                        File.Copy(file, Path.Combine(repository.Clone, stub.Path), overwrite: true);
                    }
                }
            });
            repository.Commit();
        }

        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var results = grader.Many(repository.Clone, names, "--afresh").Values.ToList();
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var result in results)
        {
            Console.WriteLine($"  {result.Ref,-32} exit {result.Exit}, {result.Met} of {result.Total}, {result.Seconds:0.0} s, {result.Hung} hung  {result.Said.Split('\n')[0]}");
        }

        var graded = results.Where(result => result.Exit < 2).ToList();
        var right = results.Take(half).ToList();
        var calm = right.SkipLast(size > half ? NearTheMiddle : 0).ToList();
        Console.WriteLine($"  {results.Count} submissions on {Environment.ProcessorCount} cores in {took:0} s, one every {took / size:0.0} s");
        Print("with right stubs only, and nothing beside them that hangs", calm);
        Print("graded, and nothing hung in it", [.. graded.Where(result => result.Hung == 0)]);
        Print("graded", graded);
        Print("all, refused ones too", results);
        return
        [
            .. results.Where(result => result.Exit > 2).Select(result => $"{result.Ref} ended with {result.Exit}. {result.Said}"),
            .. right.Where(result => result.Exit != 0).Select(result => $"{result.Ref} has only right stubs, and is told: {result.Said} {result.NotMet}"),
            .. right.Where(result => result.Hung > 0).Select(result => $"{result.Ref} has only right stubs, and hung."),
            .. calm.Where(result => result.Seconds > MostSeconds).Select(result => $"{result.Ref} took {result.Seconds:0.0} s, though nothing hung."),
        ];
    }

    private static void Print(string which, IReadOnlyList<Result> results)
    {
        var seconds = results.Select(result => result.Seconds).Order().ToList();
        if (seconds.Count > 0)
        {
            Console.WriteLine($"  {which}: {seconds.Count}, from beginning to end {seconds[seconds.Count / 2]:0.0} s in the median, the slowest {seconds[^1]:0.0} s");
        }
    }
}
