namespace Trials;

/// <summary>A class of so many: each has untouched, solved, and rightly and wrongly mended stubs, and no two the same.</summary>
internal static class SchoolClass
{
    /// <summary>Grades a class in one run, each lesson of each submission judged anew, and prints the time for each.</summary>
    public static IReadOnlyList<string> Try(string root, Repository repository, Grader grader, int size)
    {
        var stubs = Stubs.Of(root);
        var names = Enumerable.Range(1, size).Select(number => $"class/{number:000}").ToList();
        for (var i = 0; i < size; i++)
        {
            var chance = new Random(i);
            repository.Branch(names[i], () =>
            {
                foreach (var stub in stubs)
                {
                    string?[] choices = [null, stub.Solution, .. stub.Right, .. stub.Wrong];
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
            Console.WriteLine($"  {result.Ref,-32} exit {result.Exit}, {result.Met} of {result.Total}, {result.Seconds:0.0} s  {result.Said.Split('\n')[0]}");
        }

        Console.WriteLine($"  {size} submissions, {Environment.ProcessorCount} cores: {took / size:0.0} s of the run for each; from its beginning to its end, one took {results.Average(result => result.Seconds):0.0} s, the longest {results.Max(result => result.Seconds):0.0} s");
        return [.. results.Where(result => result.Exit > 2).Select(result => $"{result.Ref} ended with {result.Exit}. {result.Said}")];
    }
}
