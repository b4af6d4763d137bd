using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Proofs.Litmus;

/// <summary>What goes through a collection later, or by another name: queries, enumerators, keys, wrappers, texts.</summary>
internal static class Queries
{
    [Litmus("fine", "InvalidOperationException")]
    private static string Foreach_over_a_dictionary_that_grows() => WhileItGrows(menu =>
    {
        foreach (var _ in menu)
        {
        }
    });

    [Litmus("fine", "InvalidOperationException")]
    private static string Foreach_over_its_keys() => WhileItGrows(menu =>
    {
        foreach (var _ in menu.Keys)
        {
        }
    });

    [Litmus("fine", "InvalidOperationException")]
    private static string Foreach_by_an_interface() => WhileItGrows(menu =>
    {
        foreach (var _ in (IEnumerable<KeyValuePair<int, int>>)menu)
        {
        }
    });

    [Litmus("fine", "InvalidOperationException")]
    private static string Foreach_over_a_query() => WhileItGrows(menu =>
    {
        foreach (var _ in menu.Where(pair => pair.Key > 0).Select(pair => pair.Value))
        {
        }
    });

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Query_that_was_made_before()
    {
        List<int> dishes = [1, 2];
        var query = dishes.Where(dish => dish > 1);
        Crew.Together(() => query.Count(), () => dishes.Add(3));
        return "fine";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Second_list_of_a_query()
    {
        List<int> dishes = [1, 2];
        Crew.Together(() => new List<int>().Concat(dishes).Sum(), () => dishes.Add(3));
        return "fine";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Values_that_were_asked_for_before()
    {
        var menu = new Dictionary<int, int> { [1] = 1 };
        var prices = menu.Values;
        Crew.Together(() => prices.Sum(), () => menu.Add(2, 2));
        return "fine";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Wrapper_for_those_who_only_read()
    {
        List<int> dishes = [1, 2];
        var menu = dishes.AsReadOnly();
        var count = 0;
        Crew.Together(() => count = menu.Count, () => dishes.Add(3));
        return "fine";
    }

    [Litmus("1", "2")]
    private static string Inside_of_a_list()
    {
        List<int> plates = [0, 0];
        Crew.Together(() => CollectionsMarshal.AsSpan(plates)[1]++, () => CollectionsMarshal.AsSpan(plates)[1]++);
        return $"{plates[1]}";
    }

    // The compiler asks for the count, makes room for so many, and copies what is there by then.
    [Litmus("data race", "throws: Index was outside the bounds of the array.", ForbidDataRaces = true)]
    private static string List_made_of_another_one()
    {
        List<int> plates = [1, 2];
        List<int> more = [];
        Crew.Together(() => more = [.. plates, 3], () => plates.Add(3));
        return $"{more.Count * 0}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Enumerator_that_two_move()
    {
        IEnumerable<int> dishes = new List<int> { 1, 2 };
        var next = dishes.GetEnumerator();
        Crew.Together(() => next.MoveNext(), () => next.MoveNext());
        return "fine";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Text_that_is_read_while_it_grows()
    {
        var text = new StringBuilder();
        Crew.Together(() => text.Append("soup"), () => text.ToString());
        return "fine";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Text_that_is_written_into_another_while_it_grows()
    {
        var text = new StringBuilder();
        var menu = "";
        Crew.Together(() => text.Append("soup"), () => menu = $"{text}!");
        return menu == "" ? "empty" : "fine";
    }

    [Litmus("1", "2")]
    private static string Extension_that_changes_a_dictionary()
    {
        IDictionary<int, int> menu = new Dictionary<int, int>();
        Crew.Together(() => menu.TryAdd(1, 1), () => menu.TryAdd(2, 2));
        return $"{menu.Count}";
    }

    [Litmus("1", "2")]
    private static string Bits_that_two_set()
    {
        var bits = new System.Collections.BitArray(8);
        Crew.Together(() => bits.Set(0, true), () => bits.Set(1, true));
        return $"{bits.Cast<bool>().Count(bit => bit)}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Node_of_a_linked_list()
    {
        var node = new LinkedList<int>([1, 2]).First!;
        Crew.Together(() => node.Value = 5, () => node.Value = 6);
        return "fine";
    }

    [Litmus("soup", "tea", "souptea", "teasoup")]
    private static string Text_that_two_append_to()
    {
        var text = new StringBuilder();
        Crew.Together(() => text.Append("soup"), () => text.Append("tea"));
        return text.ToString();
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Builder_that_two_add_to()
    {
        var dishes = ImmutableList.CreateBuilder<int>();
        Crew.Together(() => dishes.Add(1), () => dishes.Add(2));
        return "fine";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Random_that_two_ask()
    {
        var random = new Random(1);
        Crew.Together(() => random.Next(), () => random.Next());
        return "fine";
    }

    private static string WhileItGrows(Action<Dictionary<int, int>> use)
    {
        var menu = new Dictionary<int, int> { [1] = 1, [2] = 2 };
        var error = "";
        Crew.Together(() => error = Crew.Try(() => use(menu)), () => menu.Add(3, 3));
        return error;
    }
}
