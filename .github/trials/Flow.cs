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
        var step = Step().Match(File.ReadAllText(Path.Combine(root, ".github", "workflows", "autograde.yml")).ReplaceLineEndings("\n"));
        var (place, command) = (step.Groups["place"].Value, step.Groups["run"].Value);
        var stubs = Stubs.Of(root);
        var heads = new Dictionary<string, int> { ["nothing"] = 1, ["everything"] = 0 };
        Make("nothing", _ => null);
        Make("everything", stub => stub.Solution);
        foreach (var lesson in stubs.Select(stub => stub.Lesson).Distinct())
        {
            // the story is then that of the next lesson, so that every kind of it is read
            Make("up-to-" + lesson, stub => string.CompareOrdinal(stub.Lesson, lesson) <= 0 ? stub.Solution : null);
            heads["up-to-" + lesson] = lesson == stubs[^1].Lesson ? 0 : 1;
        }

        foreach (var attack in Attack.All(root).Where(attack => attack.Name.StartsWith("print-", StringComparison.Ordinal)))
        {
            // what it prints is told once everything else is done
            Make(attack.Name, stub => stub.Solution, attack.Changes);
            heads[attack.Name] = attack.Exit;
        }

        // the two checkouts
        var work = Directory.CreateDirectory(Path.Combine(repository.Folder, "work")).FullName;
        Repository.Run("git", work, "clone", "-q", "--branch", "course", repository.Clone, "course");
        Repository.Run("git", work, "clone", "-q", "--no-checkout", repository.Clone, "submission");
        var wrong = new List<string>();
        foreach (var (head, expected) in heads)
        {
            Repository.Run("git", Path.Combine(work, "submission"), "checkout", "-q", "-f", "--detach", "origin/" + head);
            var page = Path.Combine(repository.Folder, head + ".md");
            var (output, errors, exit) = Repository.Try("bash", Path.Combine(work, place), ["-e", "-c", command], ("GITHUB_STEP_SUMMARY", page), ("GITHUB_ACTIONS", "true"));
            Console.WriteLine($"  {head,-32} exit {exit}  {output.Split('\n')[0]}");
            if (exit != expected)
            {
                wrong.Add($"{head} should end with {expected}, and ended with {exit}: {output}{errors}");
            }
            else if (Outputs.WrongWith(output, File.ReadAllText(page)) is { } found)
            {
                wrong.Add($"{head}: {found}");
            }
        }

        return [.. wrong, .. Pages.Read(root, repository.Folder, [.. heads.Keys.Select(head => Path.Combine(repository.Folder, head + ".md")).Where(File.Exists)])];

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
    private static partial Regex Step();
}
