namespace Proofs.Litmus;

/// <summary>Every order begins with the statics as their initialisers leave them.</summary>
internal static class Statics
{
    private static int s_count = 5;
    private static readonly object s_gate = new();
    private static readonly List<string> s_dishes = ["soup"];
    private static readonly int[] s_plates = [1, 2];
    private static string? s_menu;

    [Litmus("6", "7")]
    private static string Number_with_an_initialiser()
    {
        Crew.Together(() => s_count++, () => s_count++);
        return $"{s_count}";
    }

    [Litmus("2")]
    private static string Readonly_list()
    {
        Crew.Together(() => AddLocked("tea"), () => { });
        return $"{s_dishes.Count}";
    }

    [Litmus("2")]
    private static string Readonly_array()
    {
        Crew.Together(() => s_plates[0]++, () => { });
        return $"{s_plates[0]}";
    }

    [Litmus("first")]
    private static string Null_without_an_initialiser()
    {
        Crew.Alone(() => s_menu = s_menu is null ? "first" : "again");
        return s_menu!;
    }

    [Litmus("7")]
    private static string Lock_in_a_static()
    {
        Crew.Together(AddOne, AddOne);
        return $"{s_count}";

        static void AddOne()
        {
            lock (s_gate) s_count++;
        }
    }

    // A run that ends with the lock taken does not hand it on to the next run.
    [Litmus("True,True")]
    private static string Lock_in_a_static_that_is_never_given_back()
    {
        var taken = Monitor.TryEnter(s_gate);
        var n = 0;
        Crew.Together(() => n++, () => n++);
        return $"{taken},{n > 0}";
    }

    [Litmus("11", "12")]
    private static string Static_constructor()
    {
        Crew.Together(() => Oven.Heat++, () => Oven.Heat++);
        return $"{Oven.Heat}";
    }

    // The class has no static field of its own; its constructor still runs once, whoever comes first.
    [Litmus("1")]
    private static string Static_constructor_runs_once()
    {
        Crew.Together(() => Stove.Touch(), () => Stove.Touch());
        return $"{Stove.Log.Lit}";
    }

    [Litmus("3", "4")]
    private static string Static_of_a_generic_class()
    {
        Crew.Together(() => Shelf<string>.Count++, () => Shelf<string>.Count++);
        return $"{Shelf<string>.Count}";
    }

    [Litmus("1", "2")]
    private static string Static_of_a_struct()
    {
        Crew.Together(() => Token.Made++, () => Token.Made++);
        return $"{Token.Made}";
    }

    [Litmus("1", "2")]
    private static string Static_property()
    {
        Crew.Together(() => Guests++, () => Guests++);
        return $"{Guests}";
    }

    private static int Guests { get; set; }

    private static void AddLocked(string dish)
    {
        lock (s_gate) s_dishes.Add(dish);
    }

    private static class Oven
    {
        public static int Heat;

        static Oven() => Heat = 10;
    }

    private static class Stove
    {
        static Stove() => Log.Lit++;

        public static void Touch()
        {
        }

        // A class of its own, so that reading the count does not light the stove.
        public static class Log
        {
            public static int Lit;
        }
    }

    private static class Shelf<T>
    {
        public static int Count = 2;
    }

    private struct Token
    {
        public static int Made;
    }
}
