namespace Sensei.Path;

/// <summary>
/// Where on the path a koan stands, and where its reader finds what belongs to it.
/// Every file is given relative to <paramref name="Root"/>, with forward slashes.
/// </summary>
/// <param name="Lesson">The lesson's folder: "02-Races".</param>
/// <param name="Title">The lesson's name as a reader says it: "Races".</param>
/// <param name="Koan">The koan's sentence: "Two cooks count every plate".</param>
/// <param name="Number">The koan's place on the whole path, from 1.</param>
/// <param name="Total">How many koans the path has.</param>
/// <param name="Met">How many koans were met before this one in this run; fewer than <paramref name="Number"/> - 1 when some were left out.</param>
/// <param name="Before">The koan met just before this one in this run, or null where there is none.</param>
/// <param name="Stubs">The files of the lesson that this koan is about: those a learner mends.</param>
/// <param name="Folder">The lesson's folder from the root: "Koans/02-Races".</param>
/// <param name="Hints">The file with the lesson's hints: "Koans/02-Races/README.md".</param>
/// <param name="Root">The full path of the course's root folder.</param>
public sealed record Place(
    string Lesson,
    string Title,
    string Koan,
    int Number,
    int Total,
    int Met,
    Previous? Before,
    IReadOnlyList<string> Stubs,
    string Folder,
    string Hints,
    string Root);

/// <summary>A koan that has just been met.</summary>
/// <param name="Koan">Its sentence.</param>
/// <param name="Compare">The command that shows how its stub differs from the solution, to be given at the root.</param>
public sealed record Previous(string Koan, string Compare);
