using System.Globalization;
using System.Reflection;

namespace Figures.Unwoven;

/// <summary>Where the course and what was built of it lie, as the build recorded it.</summary>
internal static class Place
{
    internal static string Root { get; } = Path.GetFullPath(Recorded("CourseRoot"));

    internal static string Configuration { get; } = Recorded("Configuration");

    /// <summary>How many threads of the whole machine want to run, where that can be asked: figures of a busy machine mislead.</summary>
    internal static string Load =>
        File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";

    /// <summary>The test assembly of a project; all projects are built side by side.</summary>
    internal static string AssemblyOf(string project) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", project, Configuration.ToLower(CultureInfo.InvariantCulture), project + ".dll"));

    private static string Recorded(string key) =>
        typeof(Place).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
