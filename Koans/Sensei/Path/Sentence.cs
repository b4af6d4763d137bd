namespace Sensei.Path;

/// <summary>Names of code read as names in a text.</summary>
internal static class Sentence
{
    /// <summary>"Two_cooks_count_every_plate" is "Two cooks count every plate".</summary>
    public static string Of(string methodName) => methodName.Replace('_', ' ');

    /// <summary>"02-Races" is "Races", and "05-WaitingForEach" is "Waiting for each".</summary>
    public static string Title(string lesson)
    {
        string name = lesson[(lesson.IndexOf('-') + 1)..].Replace('-', ' ');
        var words = new System.Text.StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            words.Append(begins ? " " + char.ToLowerInvariant(name[i]) : name[i].ToString());
        }

        return words.ToString();
    }
}
