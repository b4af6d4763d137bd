namespace Trials;

/// <summary>Every attack gets what it deserves, and no more.</summary>
internal static class Attacks
{
    /// <summary>Tries them; what went otherwise is returned in sentences.</summary>
    public static IReadOnlyList<string> Try(string root, Repository repository, Grader grader, string? only)
    {
        var attacks = Attack.All(root).Where(attack => only is null || attack.Name.Contains(only, StringComparison.Ordinal)).ToList();
        foreach (var attack in attacks)
        {
            repository.Branch("attack/" + attack.Name, () =>
            {
                foreach (var change in attack.Changes.Where(change => change.Verb is not ("executable" or "submodule")))
                {
                    repository.Apply(change);
                }
            });
            foreach (var change in attack.Changes)
            {
                repository.ApplyToIndex(change);
            }

            repository.Commit();
        }

        var wrong = new List<string>();
        foreach (var lesson in attacks.GroupBy(attack => attack.Lesson))
        {
            var results = grader.Many(repository.Clone, [.. lesson.Select(attack => "attack/" + attack.Name)], "--lesson", lesson.Key, "--seconds", "30");
            foreach (var attack in lesson)
            {
                var result = results["attack/" + attack.Name];
                Console.WriteLine($"  {attack.Name,-32} exit {result.Exit}, {result.Met} of {result.Total}, {result.Seconds:0.0} s  {result.Said.Split('\n')[0]}");
                if (result.Exit != attack.Exit || result.Met != attack.Met)
                {
                    wrong.Add($"{attack.Name} should end with {attack.Exit} and {attack.Met} koans: it ended with {result.Exit} and {result.Met} koans. {result.Said}");
                }
                else if (attack.Exit == 2 && attack.Says is { } says && !result.Said.Contains(says, StringComparison.Ordinal))
                {
                    wrong.Add($"{attack.Name} should be told of {says}: {result.Said}");
                }
            }
        }

        foreach (var attack in attacks.Where(attack => attack.Name.StartsWith("print-", StringComparison.Ordinal)))
        {
            var page = Path.Combine(repository.Folder, attack.Name + ".md");
            var (output, _, exit) = grader.Call([repository.Clone, "attack/" + attack.Name, "--lesson", attack.Lesson], ("GITHUB_STEP_SUMMARY", page));
            if (exit != attack.Exit || Outputs.WrongWith(output, File.ReadAllText(page)) is { } found && (output += found).Length > 0)
            {
                wrong.Add($"{attack.Name}: printed with exit {exit}: {output}");
            }
        }

        return wrong;
    }
}
