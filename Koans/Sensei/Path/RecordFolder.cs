using Sensei.Records;
using Sensei.Telling;

namespace Sensei.Path;

/// <summary>
/// With a folder in KOANS_RECORD, every judged koan leaves its <see cref="KoanRecord"/> there, in a file of the name
/// lesson.method.json; one that is there already is replaced. The folder is given from the course's root, or in full.
/// </summary>
internal static class RecordFolder
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("KOANS_RECORD");

    /// <summary>Leaves the record of a koan, where that is asked for.</summary>
    public static void Keep(Verdict verdict, Place place)
    {
        if (string.IsNullOrEmpty(s_folder))
        {
            return;
        }

        // a test process begins in its own folder, which nobody who asks for records has in mind
        string folder = System.IO.Path.Combine(place.Root, s_folder);
        Directory.CreateDirectory(folder);
        KoanRecord record = Teller.Record(verdict, place);
        string file = System.IO.Path.Combine(folder, $"{record.Lesson}.{record.Method}.json");
        File.WriteAllText(file, RecordJson.Write(record, place.Root));
    }
}
