// a data race that does no harm here is thought to be none.
namespace Koans.Exam;

// Six snippets, in AboutSnippets.cs. What is wrong with each? If anything is: an order in which it shows.
public static class NameTheProblem
{
    public static (Problem Problem, string[] Order) TheLastTable => (Problem.Race, ["Alice reads", "Bob to the end"]);

    public static (Problem Problem, string[] Order) TheMenu => (Problem.Fine, []);

    public static (Problem Problem, string[] Order) TheBell => (Problem.LostWakeUp, ["Alice to the end"]);

    public static (Problem Problem, string[] Order) TheNarrowDoor => (Problem.Livelock, ["Alice writes", "Bob writes"]);

    public static (Problem Problem, string[] Order) TheOven => (Problem.Fine, []);

    public static (Problem Problem, string[] Order) TheTwoPans => (Problem.Deadlock, ["Alice takes", "Bob takes"]);
}
