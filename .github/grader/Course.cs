using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using Grader.Compiling;
using Grader.Judging;
using Grader.Sources;
using Grader.Verifying;
using Sensei.Path;

namespace Grader;

/// <summary>
/// The course that submissions are graded against: its lessons, their koans as compiled once against its own stubs, and
/// nothing that a submission has a say in.
/// </summary>
internal sealed class Course
{
    private Course(string root, ITree tree, IReadOnlyList<CourseLesson> lessons, IEnumerable<Lesson> all)
    {
        Root = root;
        Tree = tree;
        Lessons = lessons;
        Stubs = all.SelectMany(lesson => lesson.Stubs.Select(stub => stub.Path)).ToHashSet();
    }

    /// <summary>Its folder, with a slash at the end.</summary>
    public string Root { get; }

    /// <summary>Its files.</summary>
    public ITree Tree { get; }

    /// <summary>Its lessons, in the order of the path.</summary>
    public IReadOnlyList<CourseLesson> Lessons { get; }

    /// <summary>The paths of all its stubs, also of lessons that are not asked for.</summary>
    public IReadOnlySet<string> Stubs { get; }

    /// <summary>Compiles a course and finds its koans.</summary>
    /// <param name="root">Its folder: what words a check says depends on finding the koans there.</param>
    /// <param name="tree">Its files.</param>
    /// <param name="only">The one lesson that is asked for, or null.</param>
    /// <param name="folder">A folder for what comes of it.</param>
    /// <param name="compile">The compiler.</param>
    public static async Task<Course> Open(string root, ITree tree, string? only, string folder, Compile compile)
    {
        var lessons = Lesson.In(tree);
        if (lessons.Count == 0)
        {
            throw new InvalidOperationException("The course has no lessons.");
        }

        if (only is not null && lessons.All(lesson => lesson.Name != only))
        {
            throw new Refused($"The course has no lesson {Text.Line(only)}; it has {string.Join(", ", lessons.Select(lesson => lesson.Name))}.");
        }

        Directory.CreateDirectory(folder);
        var units = new List<Unit>();
        string Output(Lesson lesson, string name) => System.IO.Path.Combine(folder, lesson.Name, name);
        foreach (var lesson in lessons)
        {
            var (koans, stubs, given) = (Read(tree, [.. lesson.Koans, .. lesson.Borrowed]), Read(tree, lesson.Stubs), units.Count);
            units.Add(new Unit(Compiler.Given, UnitKind.Given, koans, [], [], Output(lesson, Compiler.Given)));
            units.Add(new Unit(Compiler.Stubs, UnitKind.Stubs, stubs, [given], [], Output(lesson, Compiler.Stubs)));
            units.Add(new Unit(Compiler.Koans, UnitKind.Koans, koans, [given, given + 1], [], Output(lesson, Compiler.Koans)));
        }

        var outcome = await compile.Ask(new Order(Slashed(root), units), TimeSpan.FromMinutes(3)) ?? throw new InvalidOperationException("The course's own compilation did not come to an end.");
        if (outcome.Errors.SelectMany(errors => errors).FirstOrDefault() is { } mistake)
        {
            throw new InvalidOperationException($"The course does not compile: {mistake.Path}:{mistake.Line} {mistake.Text}");
        }

        var found = lessons.Select(lesson => (lesson, stations: Stations(System.IO.Path.Combine(folder, lesson.Name)))).ToList();
        var total = found.Sum(entry => entry.stations.Count);
        var number = 0;
        var all = new List<CourseLesson>();
        foreach (var (lesson, stations) in found)
        {
            var text = lesson.Koans.ToDictionary(file => Slashed(root) + file.Path, file => Encoding.UTF8.GetString(tree.Read([file])[0]).Split('\n'));
            var koans = stations.Select(station => new Wanted(
                station.Method.DeclaringType!.FullName!, station.Method.Name, PlaceOf(lesson, station, stations, text, Slashed(root), ++number, total))).ToList();
            var images = new Dictionary<string, byte[]>();
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(folder, lesson.Name)))
            {
                images[System.IO.Path.GetFileName(file)] = File.ReadAllBytes(file);
            }

            all.Add(new CourseLesson(lesson, koans, images));
        }

        return new Course(Slashed(root), tree, [.. all.Where(lesson => only is null || lesson.Name == only)], lessons);
    }

    /// <summary>The contents of files.</summary>
    public static IReadOnlyList<Source> Read(ITree tree, IReadOnlyList<Leaf> files) => [.. files.Zip(tree.Read(files), (file, content) => new Source(file.Path, content))];

    private static string Slashed(string root) => root.Replace('\\', '/').TrimEnd('/') + "/";

    private static IReadOnlyList<Station> Stations(string folder)
    {
        // the course's own code, and only looked at
        var context = new AssemblyLoadContext(folder);
        context.Resolving += (lesson, name) => name.Name is Compiler.Stubs or Compiler.Given ? Load(lesson, name.Name) : null;
        return Station.All(Load(context, Compiler.Koans));

        Assembly Load(AssemblyLoadContext into, string name)
        {
            using var image = new MemoryStream(File.ReadAllBytes(System.IO.Path.Combine(folder, name + ".dll")));
            return into.LoadFromStream(image);
        }
    }

    /// <summary>Where a koan stands; its stubs are those that its lines name, or all of the lesson if they name none.</summary>
    private static Place PlaceOf(
        Lesson lesson, Station station, IReadOnlyList<Station> stations, Dictionary<string, string[]> text, string root, int number, int total)
    {
        var end = stations.Where(other => other.Koan.File == station.Koan.File && other.Koan.Line > station.Koan.Line)
            .Select(other => other.Koan.Line).DefaultIfEmpty(int.MaxValue).Min();
        var lines = string.Join('\n', text[station.Koan.File].Skip(station.Koan.Line - 1).Take(end - station.Koan.Line));
        var all = lesson.Stubs.Select(stub => stub.Path).ToList();
        var named = all.Where(path => Regex.IsMatch(lines, $@"\b{Regex.Escape(System.IO.Path.GetFileNameWithoutExtension(path))}\b")).ToList();
        return new Place(
            lesson.Name,
            lesson.Name[(lesson.Name.IndexOf('-') + 1)..],
            station.Sentence,
            number,
            total,
            Met: 0,
            Before: null,
            named.Count > 0 ? named : all,
            $"Koans/{lesson.Name}",
            $"Koans/{lesson.Name}/README.md",
            Root: root);
    }
}

/// <summary>A lesson of the course, ready to be judged.</summary>
/// <param name="Files">Its files.</param>
/// <param name="Koans">Its koans, in the order of the path.</param>
/// <param name="Images">Its assemblies and their symbols, by their names.</param>
internal sealed record CourseLesson(Lesson Files, IReadOnlyList<Wanted> Koans, IReadOnlyDictionary<string, byte[]> Images)
{
    /// <summary>The folder: "02-Races".</summary>
    public string Name => Files.Name;

    /// <summary>What it is about beside threads, as the course's own sources show.</summary>
    public Needs Needs { get; } = NeedsOf.Assemblies(Images[Compiler.Stubs + ".dll"], Images[Compiler.Koans + ".dll"]);
}
