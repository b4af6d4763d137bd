using System.Text.Json;

namespace Grader;

/// <summary>The .NET that the course is made for.</summary>
internal static class Sdk
{
    /// <summary>Refuses to grade on another .NET than global.json names, where a verdict could be another.</summary>
    /// <param name="root">The course's root folder.</param>
    public static void Check(string root)
    {
        var file = Path.Combine(root, "global.json");
        if (!File.Exists(file))
        {
            return;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var wanted = Version.Parse(json.RootElement.GetProperty("sdk").GetProperty("version").GetString()!.Split('-')[0]);
        if (wanted.Major != Environment.Version.Major)
        {
            throw new Refused($"The course needs the .NET {wanted.Major} SDK, and this is .NET {Environment.Version.Major}; https://dot.net has it.");
        }
    }
}
