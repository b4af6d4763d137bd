namespace Sensei.Path;

/// <summary>
/// Leaves word of the koan that is being judged in a file beside the test assembly. A koan may end the whole process,
/// by <c>Environment.Exit</c> or by using up its stack; then nothing in here can say which it was, but the file can,
/// and the logger in the process of the test platform reads it.
/// </summary>
internal static class Watch
{
    /// <summary>The file's name; <c>StoryLogger</c> knows it too.</summary>
    private const string FileName = "koan.running";

    /// <summary>Leaves word that a koan is being judged, until what it returns is disposed of.</summary>
    public static IDisposable Over(Station station)
    {
        string file = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(station.Method.Module.Assembly.Location) ?? "", FileName);
        File.WriteAllText(file, $"{station.Koan.Lesson} · {station.Sentence}");
        return new Word(file);
    }

    private sealed class Word(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
