// a line of code is taken for a step.
namespace Koans.Exam;

// There is no lock around your program in .NET. Which of these can be seen half done, or undo each other's work?
// The programs are in AboutAtoms.cs. An order that shows it, or null for what is one step.
public static class WhatIsAtomic
{
    public static string[]? AnIntIsWritten => null;

    public static string[]? ALongIsWritten => null;

    public static string[]? ADecimalIsWritten => ["Alice", "Bob to the end"];

    public static string[]? AnIntIsIncremented => null;

    public static string[]? AReferenceIsWritten => null;

    public static string[]? AListIsAddedTo => ["Alice", "Bob to the end"];

    public static string[]? TryAddOfAConcurrentDictionary => null;

    public static string[]? IncrementInAConcurrentDictionary => ["Alice", "Bob to the end"];
}
