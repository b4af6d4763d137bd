using System.Collections.Concurrent;
using System.Reflection;
using Sensei.Path;
using Sensei.Records;
using Sensei.Telling;

namespace Proofs.Golden;

/// <summary>
/// The messages a learner reads, letter by letter, for at least one real run of every kind of verdict. Each scene of
/// the folder Scenes has its text in a file of the same name beside this one.
/// <c>dotnet test Solutions --filter Golden -e KOANS_GOLDEN=write</c> writes the files anew: read what has changed.
/// </summary>
public class GoldenStories
{
    private static readonly string Root = typeof(GoldenStories).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "CourseRoot").Value!;

    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Verdict>> Verdicts = new();

    /// <summary>All scenes, by name.</summary>
    internal static readonly IReadOnlyDictionary<string, MethodInfo> All = (
        from type in typeof(GoldenStories).Assembly.GetTypes()
        where type.Namespace == $"{typeof(GoldenStories).Namespace}.Scenes"
        from method in type.GetMethods()
        where method.IsDefined(typeof(SceneAttribute))
        select method).ToDictionary(scene => scene.DeclaringType!.Name);

    /// <summary>The names of all scenes.</summary>
    public static TheoryData<string> Scenes { get; } = new(All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Is_told_as_written(string scene)
    {
        var told = Told(scene, full: false);

        told.Should().Be(Written(scene, told));
    }

    [Fact]
    public void Is_told_in_full_as_written()
    {
        var told = Told("LostUpdate", full: true);

        told.Should().Be(Written("LostUpdate.full", told));
    }

    [Fact]
    public void There_is_a_scene_for_every_kind_of_verdict()
    {
        var kinds = All.Values.Select(scene => Verdict(scene).Kind).ToList();

        kinds.Distinct().Should().BeEquivalentTo(Enum.GetValues<VerdictKind>().Except([VerdictKind.Met]));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Stays_within_the_page(string scene)
    {
        foreach (var full in new[] { false, true })
        {
            // Six columns are for those who print a message indented. Commands stay whole, to be copied.
            Told(scene, full).Split('\n').Should().OnlyContain(line => line.Length <= (line.Contains("KOANS_ORDER") ? 100 : 94) || line.Contains("git diff"));
        }
    }

    // Judged once: a story may be told more than once.
    internal static Verdict Verdict(MethodInfo scene) => Verdicts.GetOrAdd(scene, _ => new(() =>
    {
        var asked = scene.GetCustomAttribute<SceneAttribute>()!;
        var budget = asked.Orders > 0 ? Budget.Default with { Orders = asked.Orders } : Budget.Default;
        return Judge.Try(scene, budget, asked.Options);
    })).Value;

    private static string Told(string name, bool full)
    {
        var scene = All[name];
        return Teller.Tell(Verdict(scene), PlaceOf(scene), full);
    }

    /// <summary>Where a scene would stand, were it a koan.</summary>
    internal static Place PlaceOf(MethodInfo scene) => new(
        Lesson: "Golden",
        Title: "Golden",
        Koan: scene.Name.Replace('_', ' '),
        Number: 3,
        Total: 13,
        Met: 2,
        Before: new Previous("The kettle boils", "git diff --no-index Koans/01-Threads/Kettle.cs Solutions/01-Threads/Kettle.cs"),
        Stubs: [],
        Folder: "Solutions/Proofs/Golden",
        Hints: "Koans/01-Threads/README.md",
        Root: Root.TrimEnd('/', '\\'));

    /// <summary>The golden text; first puts the one told in its place, where that is asked for.</summary>
    internal static string Written(string name, string told, string ending = ".txt")
    {
        var file = System.IO.Path.Combine(Root, "Solutions", "Proofs", "Golden", name + ending);
        if (Environment.GetEnvironmentVariable("KOANS_GOLDEN") == "write")
        {
            File.WriteAllText(file, told);
        }

        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
