// Join on one is thought to wait for everybody.
namespace Koans.Exam;

// The programs are in AboutPrinting.cs. Name all that each of them can print, and for each an order that leads there.
public static class WhatIsPrinted
{
    public static Dictionary<string, string[]> WithoutJoin => new()
    {
        ["boils whistles pours"] = ["Alice", "Alice", "main"],
        ["boils pours whistles"] = ["Alice", "main", "Alice"],
        ["pours boils whistles"] = ["main", "Alice", "Alice"],
    };

    public static Dictionary<string, string[]> WithJoin => new()
    {
        ["boils whistles pours"] = ["Alice", "Alice", "main"],
    };

    public static Dictionary<string, string[]> OneIsJoined => new()
    {
        ["water toast coffee"] = ["Alice", "Bob", "main"],
        ["toast water coffee"] = ["Bob", "Alice", "main"],
    };
}
