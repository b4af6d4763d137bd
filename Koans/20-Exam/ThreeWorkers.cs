namespace Koans.Exam;

// Alice, Bob and Carol serve a dish each, the first, the second and the third that were ordered: see AboutWorkers.cs.
public static class ThreeWorkers
{
    // How many dishes can be in hand at the busiest moment of a run, at most and at least?
    public static int MostInHandAtTheBusiestMoment => 3;

    public static int FewestInHandAtTheBusiestMoment => 3;

    // In how many different orders can they finish?
    public static int OrdersOfFinishing => 3;

    // In how many different orders can the results stand in the list that is returned?
    public static int OrdersOfResults => 3;

    // An order of steps in which the dish that was ordered last is finished first.
    public static string[] TheLastIsFirst => ["Alice to the end", "Bob to the end", "Carol to the end"];

    // An order of steps in which nobody ever has to do with two dishes at once: one is finished before the next begins.
    public static string[] OneByOne => ["Alice", "Bob", "Carol"];
}
