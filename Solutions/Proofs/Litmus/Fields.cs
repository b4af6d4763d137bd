namespace Proofs.Litmus;

/// <summary>Plain memory: every place a value can lie, with <c>++</c> as two steps.</summary>
internal static class Fields
{
    private static int s_plums;

    [Litmus("1", "2")]
    private static string Instance_field()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Plums++, () => jar.Plums++);
        return $"{jar.Plums}";
    }

    [Litmus("1,1")]
    private static string Fields_of_two_objects()
    {
        var mine = new Jar();
        var yours = new Jar();
        Crew.Together(() => mine.Plums++, () => yours.Plums++);
        return $"{mine.Plums},{yours.Plums}";
    }

    [Litmus("1,1")]
    private static string Two_fields_of_one_object()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Plums++, () => jar.Pears++);
        return $"{jar.Plums},{jar.Pears}";
    }

    [Litmus("1", "2")]
    private static string Static_field()
    {
        Crew.Together(() => s_plums++, () => s_plums++);
        return $"{s_plums}";
    }

    [Litmus("1", "2")]
    private static string Static_field_of_a_generic_class()
    {
        Crew.Together(() => Shelf<int>.Plums++, () => Shelf<int>.Plums++);
        return $"{Shelf<int>.Plums}";
    }

    [Litmus("1,1")]
    private static string Static_fields_of_two_instantiations()
    {
        Crew.Together(() => Shelf<int>.Plums++, () => Shelf<string>.Plums++);
        return $"{Shelf<int>.Plums},{Shelf<string>.Plums}";
    }

    [Litmus("1", "2")]
    private static string Field_of_a_generic_class()
    {
        var box = new Box<int>();
        Crew.Together(() => box.Content++, () => box.Content++);
        return $"{box.Content}";
    }

    [Litmus("1", "2")]
    private static string Field_of_a_base_class()
    {
        var jar = new LabelledJar();
        Jar same = jar;
        Crew.Together(() => jar.Plums++, () => same.Plums++);
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string Array_element()
    {
        var plums = new int[2];
        Crew.Together(() => plums[1]++, () => plums[1]++);
        return $"{plums[1]}";
    }

    [Litmus("1,1")]
    private static string Two_elements_of_an_array()
    {
        var plums = new int[2];
        Crew.Together(() => plums[0]++, () => plums[1]++);
        return $"{plums[0]},{plums[1]}";
    }

    // Where the index and the value are of one type, each must stay what it is.
    [Litmus("0,7,8", "0,7,9")]
    private static string Values_written_to_elements()
    {
        int[] plums = [0, 7, 0];
        Crew.Together(() => plums[2] = 8, () => plums[2] = 9);
        return string.Join(",", plums);
    }

    [Litmus("1", "2")]
    private static string Element_of_a_table()
    {
        var plums = new int[2, 2];
        Crew.Together(() => plums[1, 0]++, () => plums[1, 0]++);
        return $"{plums[1, 0]}";
    }

    [Litmus("1", "2")]
    private static string Captured_local()
    {
        var plums = 0;
        Crew.Together(() => plums++, () => plums++);
        return $"{plums}";
    }

    [Litmus("2")]
    private static string Locals_of_each_thread()
    {
        var first = 0;
        var second = 0;
        Crew.Together(() => first = CountToOne(), () => second = CountToOne());
        return $"{first + second}";
    }

    [Litmus("1", "2")]
    private static string Automatic_property()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Pears++, () => jar.Pears++);
        return $"{jar.Pears}";
    }

    [Litmus("1", "2")]
    private static string Property_with_a_body()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Figs++, () => jar.Figs++);
        return $"{jar.Figs}";
    }

    [Litmus("1", "2", "3")]
    private static string Bits_of_one_field()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Plums |= 1, () => jar.Plums |= 2);
        return $"{jar.Plums}";
    }

    [Litmus("one cake", "two cakes")]
    private static string Making_what_is_missing()
    {
        var box = new Box<object>();
        object? first = null, second = null;
        Crew.Together(() => first = box.Content ??= new object(), () => second = box.Content ??= new object());
        return first == second ? "one cake" : "two cakes";
    }

    [Litmus("1", "2")]
    private static string Delegate_in_a_plain_field()
    {
        var bell = new Box<Action>();
        Crew.Together(() => bell.Content += Ignore, () => bell.Content += Ignore);
        return $"{bell.Content!.GetInvocationList().Length}";
    }

    // The compiler makes a compare-and-exchange loop of it.
    [Litmus("2")]
    private static string Event_subscription()
    {
        var bell = new Bell();
        Crew.Together(() => bell.Rang += Ignore, () => bell.Rang += Ignore);
        return $"{bell.Guests}";
    }

    [Litmus("none", "0", "1")]
    private static string Constructor_that_publishes_itself()
    {
        var seen = "";
        Crew.Together(() => _ = new EagerJar(), () => seen = EagerJar.Latest is { } jar ? $"{jar.Content}" : "none");
        return seen;
    }

    [Litmus("0,0", "0,1", "1,1")]
    private static string Reading_in_an_iterator()
    {
        var jar = new Jar();
        var seen = "";
        Crew.Together(() => jar.Plums = 1, () => seen = string.Join(",", jar.LookTwice()));
        return seen;
    }

    private static int CountToOne()
    {
        var n = 0;
        n++;
        return n;
    }

    private static void Ignore()
    {
    }

    private class Jar
    {
        public int Plums;
        private int _figs;

        public int Pears { get; set; }

        public int Figs
        {
            get => _figs;
            set => _figs = value;
        }

        public IEnumerable<int> LookTwice()
        {
            yield return Plums;
            yield return Plums;
        }
    }

    private sealed class LabelledJar : Jar;

    private sealed class EagerJar
    {
        public static EagerJar? Latest;
        public int Content;

        public EagerJar()
        {
            Latest = this;
            Content = 1;
        }
    }

    private sealed class Box<T>
    {
        public T? Content;
    }

    private static class Shelf<T>
    {
        public static int Plums;
    }

    private sealed class Bell
    {
        public event Action? Rang;

        public int Guests => Rang!.GetInvocationList().Length;
    }

    // The constructor shows the unfinished object to a thread: even a read-only field can be seen before it is set.
    [Litmus("0", "5")]
    private static string Read_only_field_of_an_object_shown_too_early()
    {
        var seen = 0;
        var early = new Early(e => seen = e.Plums);
        early.Looker.Join();
        return $"{seen}";
    }

    private sealed class Early
    {
        public readonly int Plums;
        public readonly Thread Looker;

        public Early(Action<Early> look)
        {
            Looker = new Thread(() => look(this));
            Looker.Start();
            Plums = 5;
        }
    }
}
