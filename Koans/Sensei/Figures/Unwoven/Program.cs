using Figures.Unwoven;

// Called with these arguments, the program is its own child: one measurement in a process that has done nothing before.
switch (args)
{
    case ["weave", var assembly]:
        Weaving.MeasureHere(assembly);
        return 0;
    case ["judge", var assembly]:
        KoanTimes.MeasureHere(assembly);
        return 0;
}

(string Name, Action Report)[] parts =
[
    ("weaving", Weaving.Report),
    ("schedules", Schedules.Report),
    ("koans", KoanTimes.Report),
    ("wall", WallTime.Report),
    ("suite", Suite.Report),
    ("growth", GrowthTable.Report),
    ("coyote", Peer.Report),
];

if (args.Except(parts.Select(part => part.Name)).Any())
{
    Print.Line($"There are these parts, and all of them when none is named: {string.Join(", ", parts.Select(part => part.Name))}.");
    return 1;
}

Print.Line($"{DateTime.Now:yyyy-MM-dd}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription.Split(' ')[0]}, "
    + $".NET {Environment.Version}, {Environment.ProcessorCount} cores, {Place.Configuration}{Place.Load}");
foreach (var (_, report) in parts.Where(part => args.Length == 0 || args.Contains(part.Name)))
{
    report();
}

return 0;
