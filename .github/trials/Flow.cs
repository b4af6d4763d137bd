using System.Text.RegularExpressions;

namespace Trials;

/// <summary>
/// The pull request, without GitHub: the steps of the workflow in their order, on a real repository with a base and with
/// branches of learners, and what they print read by real parsers.
/// </summary>
internal static partial class Flow
{
    /// <summary>Tries it; what went otherwise is returned in sentences.</summary>
    public static IReadOnlyList<string> Try(string root, Repository repository)
    {
        var step = WorkflowStep().Match(File.ReadAllText(Path.Combine(root, ".github", "workflows", "autograde.yml")).ReplaceLineEndings("\n"));
        var (place, command) = (step.Groups["place"].Value, step.Groups["run"].Value);
        var stubs = Stubs.Of(root);
        var heads = new Dictionary<string, int> { ["everything"] = 0 };
        Make("everything", stub => stub.Solution);
        foreach (var attack in Attack.All(root).Where(attack => attack.Name.StartsWith("print-", StringComparison.Ordinal)))
        {
            // what it prints is told once everything else is done
            Make(attack.Name, stub => stub.Solution, attack.Changes);
            heads[attack.Name] = attack.Exit;
        }

        Make("nothing", _ => null);
        heads["nothing"] = 1;

        // the two checkouts
        var work = Directory.CreateDirectory(Path.Combine(repository.Folder, "work")).FullName;
        Repository.Run("git", work, "clone", "-q", "--branch", "course", repository.Clone, "course");
        Repository.Run("git", work, "clone", "-q", "--no-checkout", repository.Clone, "submission");
        var wrong = new List<string>();
        var pages = new List<string>();
        foreach (var (head, expected) in heads)
        {
            Repository.Run("git", Path.Combine(work, "submission"), "checkout", "-q", "-f", "--detach", "origin/" + head);
            Step(head, command, expected);
        }

        // the last head has nothing: lesson by lesson, so that every kind of story is read
        Parallel.ForEach(
            stubs.Select(stub => stub.Lesson).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            lesson => Step("nothing-" + lesson, $"{command} --lesson {lesson}", 1));
        return [.. wrong, .. Pages.Read(root, repository.Folder, pages)];

        void Step(string name, string script, int expected)
        {
            var page = Path.Combine(repository.Folder, name + ".md");
            var (output, errors, exit) = Repository.Try("bash", Path.Combine(work, place), ["-e", "-c", script], ("GITHUB_STEP_SUMMARY", page), ("GITHUB_ACTIONS", "true"));
            lock (pages)
            {
                Console.WriteLine($"  {name,-32} exit {exit}  {output.Split('\n')[0]}");
                if (!File.Exists(page))
                {
                    wrong.Add($"{name} has left no page, and ended with {exit}: {output}{errors}");
                    return;
                }

                pages.Add(page);
                if (exit != expected)
                {
                    wrong.Add($"{name} should end with {expected}, and ended with {exit}: {output}{errors}");
                }
                else if (Outputs.WrongWith(output, File.ReadAllText(page)) is { } found)
                {
                    wrong.Add($"{name}: {found}");
                }
            }
        }

        void Make(string name, Func<Stub, string?> chosen, params IEnumerable<Change> changes)
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

                changes.ToList().ForEach(repository.Apply);
            });
            repository.Commit();
        }
    }

    [GeneratedRegex(@"working-directory: (?<place>\S+)\n\s+run: (?<run>[^\n]+)")]
    private static partial Regex WorkflowStep();
}
