// computing is thought to gain from threads on one core.
namespace Koans.Exam;

// Five requests, and each of them takes two seconds. After how many seconds is the last one served?
public static class HowLongItTakes
{
    // A request waits two seconds for a database on another machine.
    public static int WaitingWith1Worker => 10;

    public static int WaitingWith2Workers => 6;

    public static int WaitingWith5Workers => 2;

    // A request computes for two seconds, on a machine with one core.
    public static int ComputingWith1Worker => 10;

    public static int ComputingWith2Workers => 6;

    public static int ComputingWith5Workers => 2;
}
