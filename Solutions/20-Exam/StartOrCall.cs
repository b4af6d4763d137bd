namespace Koans.Exam;

// The programs are in AboutStarting.cs. Somebody greets in each of them: whose thread is it?
public static class StartOrCall
{
    public static Who StartIsCalled => Who.Alice;

    public static Who TheMethodItselfIsCalled => Who.Main;

    public static Who NothingIsCalled => Who.Nobody;

    // What comes of a second Start, when the thread has ended?
    public static AfterEnd ASecondStart => AfterEnd.IsRefused;

    // Start, and then main greets as well. Who is first? An order that leads there, or null where none does.
    public static string[]? AliceIsFirst => ["Alice", "main"];

    public static string[]? MainIsFirst => ["main", "Alice"];
}
