namespace Sensei.Running;

/// <summary>What has to lie on disk as long as the process runs has one folder, which goes with it.</summary>
internal static class Scratch
{
    /// <summary>A name that nobody gives to a folder of their own, for what is found under it later is deleted.</summary>
    private const string Prefix = "sensei-scratch-";

    /// <summary>Older than any run of tests is.</summary>
    private static readonly TimeSpan s_old = TimeSpan.FromDays(1);

    private static readonly Lazy<DirectoryInfo> s_folder = new(Make);

    private static int s_parts;

    /// <summary>Makes a folder that nobody else is given.</summary>
    /// <returns>Its full path.</returns>
    internal static string NewFolder() => s_folder.Value.CreateSubdirectory($"{Interlocked.Increment(ref s_parts)}").FullName;

    private static DirectoryInfo Make()
    {
        var folder = Directory.CreateTempSubdirectory(Prefix);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        // a process that is killed cannot tidy up: those that come later do
        foreach (var left in folder.Parent!.EnumerateDirectories(Prefix + "*").Where(other => DateTime.UtcNow - other.LastWriteTimeUtc > s_old))
        {
            try
            {
                left.Delete(recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // another user's, or gone already
            }
        }

        return folder;
    }
}
