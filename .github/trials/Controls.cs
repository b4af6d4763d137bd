namespace Trials;

/// <summary>Honest work gets what it has earned: nothing for nothing, everything for everything, a lesson for a lesson.</summary>
internal static class Controls
{
    /// <summary>Tries them; what went otherwise is returned in sentences.</summary>
    public static IReadOnlyList<string> Try(string root, Repository repository, Grader grader)
    {
        var stubs = Stubs.Of(root);
        var lessons = stubs.Select(stub => stub.Lesson).Distinct().ToList();
        Make("untouched", _ => null);
        Make("solved", stub => stub.Solution);
        lessons.ForEach(lesson => Make("only/" + lesson, stub => stub.Lesson == lesson ? stub.Solution : null));
        // every right variant is in one of these, beside others
        var most = stubs.Max(stub => stub.Right.Count);
        var right = Enumerable.Range(0, most).Select(number => $"right/{number + 1}").ToList();
        for (var i = 0; i < most; i++)
        {
            Make(right[i], stub => stub.Right.Count == 0 ? stub.Solution : stub.Right[i % stub.Right.Count]);
        }

        var results = grader.Many(repository.Clone, ["untouched", "solved", .. lessons.Select(lesson => "only/" + lesson), .. right]);
        var wrong = new List<string>();
        foreach (var result in results.Values)
        {
            Console.WriteLine($"  {result.Ref,-32} exit {result.Exit}, {result.Met} of {result.Total}, {result.Seconds:0.0} s  {result.Said.Split('\n')[0]}");
            foreach (var lesson in lessons)
            {
                var isSolved = result.Ref != "untouched" && (!result.Ref.StartsWith("only/", StringComparison.Ordinal) || result.Ref == "only/" + lesson);
                var (met, total) = result.Lessons.GetValueOrDefault(lesson);
                if (total == 0 || met != (isSolved ? total : 0))
                {
                    wrong.Add($"{result.Ref}: {lesson} has {met} of {total}. {result.Said} {(isSolved ? "Not met: " + result.NotMet : "")}");
                }
            }

            if (result.Exit != (result.Met == result.Total ? 0 : 1))
            {
                wrong.Add($"{result.Ref} ended with {result.Exit}.");
            }
        }

        return wrong;

        void Make(string name, Func<Stub, string?> chosen)
        {
            repository.Branch(name, () =>
            {
                foreach (var stub in stubs)
                {
                    if (chosen(stub) is { } file)
                    {
                        File.Copy(file, Path.Combine(repository.Clone, stub.Path), overwrite: true);
                    }
                }
            });
            repository.Commit();
        }
    }
}
