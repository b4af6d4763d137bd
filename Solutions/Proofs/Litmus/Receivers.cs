using System.Collections.Immutable;
using System.Collections.Specialized;

namespace Proofs.Litmus;

/// <summary>Members of .NET that are called on a struct where it lies, or on what a type parameter stands for.</summary>
internal static class Receivers
{
    [Litmus("1", "2", "3")]
    private static string Struct_of_NET_that_two_change()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Marks[1] = true, () => jar.Marks[2] = true);
        return $"{jar.Marks.Data}";
    }

    [Litmus("3")]
    private static string Struct_of_NET_that_two_change_under_a_lock()
    {
        var jar = new Jar();
        Crew.Together(
            () =>
            {
                lock (jar) jar.Marks[1] = true;
            },
            () =>
            {
                lock (jar) jar.Marks[2] = true;
            });
        return $"{jar.Marks.Data}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Struct_of_NET_that_two_change_and_nothing_orders()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Marks[1] = true, () => jar.Marks[2] = true);
        return "fine";
    }

    [Litmus("fine", ForbidDataRaces = true)]
    private static string Struct_of_NET_that_two_look_at()
    {
        var jar = new Jar();
        var seen = new bool[2];
        Crew.Together(() => seen[0] = jar.Marks[1], () => seen[1] = jar.Marks[2]);
        return "fine";
    }

    [Litmus("1", "2", "3")]
    private static string Struct_of_NET_in_an_array()
    {
        var marks = new BitVector32[2];
        Crew.Together(() => marks[1][1] = true, () => marks[1][2] = true);
        return $"{marks[1].Data}";
    }

    // A word of it holds two numbers, so that what one has read before the other came can be put back with what came after.
    [Litmus("of both", "of one", "of neither")]
    private static string Struct_of_NET_that_is_wider_than_a_word()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Hash.Add(1), () => jar.Hash.Add(1));
        return jar.Hash.ToHashCode() == HashCode.Combine(1, 1) ? "of both"
            : jar.Hash.ToHashCode() == HashCode.Combine(1) ? "of one" : "of neither";
    }

    [Litmus("1,2", "2,1")]
    private static string Enumerator_in_a_field()
    {
        var jar = new Jar { Walk = new Dictionary<int, int> { [1] = 1, [2] = 2 }.GetEnumerator() };
        int alice = 0, bob = 0;
        Crew.Together(
            () =>
            {
                lock (jar)
                {
                    jar.Walk.MoveNext();
                    alice = jar.Walk.Current.Key;
                }
            },
            () =>
            {
                lock (jar)
                {
                    jar.Walk.MoveNext();
                    bob = jar.Walk.Current.Key;
                }
            });
        return $"{alice},{bob}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Enumerator_in_a_field_that_nothing_orders()
    {
        var jar = new Jar { Walk = new Dictionary<int, int> { [1] = 1, [2] = 2 }.GetEnumerator() };
        Crew.Together(() => jar.Walk.MoveNext(), () => jar.Walk.MoveNext());
        return "fine";
    }

    [Litmus("1", "2")]
    private static string Immutable_array_that_two_replace()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Row = jar.Row.Add(1), () => jar.Row = jar.Row.Add(2));
        return $"{jar.Row.Length}";
    }

    [Litmus("1,1", "1,2", "2,1", "2,2")]
    private static string Struct_of_NET_behind_a_type_parameter()
    {
        var walk = new Walk<List<int>.Enumerator> { At = new List<int> { 1, 2 }.GetEnumerator() };
        int alice = 0, bob = 0;
        Crew.Together(() => alice = walk.Next(), () => bob = walk.Next());
        return $"{alice},{bob}";
    }

    [Litmus("1", "2")]
    private static string Struct_of_our_own_behind_a_type_parameter()
    {
        var holder = new Holder<Tally>();
        Crew.Together(holder.Count, holder.Count);
        return $"{holder.Counter.Number}";
    }

    [Litmus("1,0", "0,1")]
    private static string Object_behind_a_type_parameter_that_is_replaced()
    {
        Register first = new(), second = new();
        var holder = new Holder<Register> { Counter = first };
        Crew.Together(holder.Count, () => holder.Counter = second);
        return $"{first.Number},{second.Number}";
    }

    // A plain list loses an item, however it is known.
    [Litmus("1", "2")]
    private static string List_behind_a_type_parameter()
    {
        var shelf = new Shelf<List<int>>([]);
        Crew.Together(() => shelf.Add(1), () => shelf.Add(2));
        return $"{shelf.Items.Count}";
    }

    [Litmus("2")]
    private static string Struct_of_NET_that_counts_behind_a_type_parameter()
    {
        var shelf = new Shelf<ImmutableArray<int>>([1, 2]);
        return $"{shelf.Count}";
    }

    [Litmus("cancelled")]
    private static string What_is_followed_behind_a_type_parameter()
    {
        var source = new CancellationTokenSource();
        var timer = new Owner<Timer>(new Timer(_ => source.Cancel(), null, 0, Timeout.Infinite));
        source.Token.WaitHandle.WaitOne();
        timer.Close();
        return "cancelled";
    }

    private sealed class Jar
    {
        public BitVector32 Marks;
        public HashCode Hash;
        public Dictionary<int, int>.Enumerator Walk;
        public ImmutableArray<int> Row = [];
    }

    private sealed class Walk<T> where T : IEnumerator<int>
    {
        public required T At;

        public int Next()
        {
            At.MoveNext();
            return At.Current;
        }
    }

    private sealed class Shelf<T>(T items) where T : ICollection<int>
    {
        public T Items = items;

        public int Count => Items.Count;

        public void Add(int item) => Items.Add(item);
    }

    private sealed class Owner<T>(T item) where T : IDisposable
    {
        private T _item = item;

        public void Close()
        {
            _item.Dispose();
            _item = default!;
        }
    }

    private interface ICounter
    {
        void Count();
    }

    private sealed class Register : ICounter
    {
        public int Number;

        public void Count() => Number++;
    }

    private struct Tally : ICounter
    {
        public int Number;

        public void Count() => Number++;
    }

    private sealed class Holder<T> where T : ICounter
    {
        public T Counter = default!;

        public void Count() => Counter.Count();
    }
}
