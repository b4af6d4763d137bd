using Figures.Unwoven;

// Called with an argument, the program is its own child: one measurement in a process that has done nothing before.
switch (args)
{
    case ["weave", var assembly]:
        Weaving.MeasureHere(assembly);
        return;
    case ["koans", var assembly]:
        KoanTimes.MeasureHere(assembly);
        return;
}

Print.Line($"{DateTime.Now:yyyy-MM-dd}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription.Split(' ')[0]}, "
    + $".NET {Environment.Version}, {Environment.ProcessorCount} cores, {Place.Configuration}{Place.Load}");
Weaving.Report();
Schedules.Report();
KoanTimes.Report();
WallTime.Report();
