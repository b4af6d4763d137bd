using Sensei.Records;

namespace Sensei.Telling.Reasons;

/// <summary>A data race: the two accesses that nothing orders.</summary>
internal static class Unordered
{
    /// <summary>Both sides of the race.</summary>
    public static List<Finding> In(Tale tale, DataRace race)
    {
        int[] steps = [race.Earlier.Step, race.Later.Step];
        return
        [
            Finding(race.Earlier, $"this {Noun(race.Earlier)}"),
            Finding(race.Later, $"and this {Noun(race.Later)}: nothing orders the two"),
        ];

        Finding Finding(RacingAccess access, string text) =>
            new(nameof(Unordered), race.Location, steps, new Reason(access.Step, text));
    }

    /// <summary>"write" or "read".</summary>
    public static string Noun(RacingAccess access) => access.Writes ? "write" : "read";
}
