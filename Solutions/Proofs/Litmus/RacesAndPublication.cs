using System.Collections.Immutable;

namespace Proofs.Litmus;

/// <summary>
/// Data races: .NET lets a reference be published by a plain field. What was done to the object before is seen by who
/// comes to it by that reference; what is done after is not, and neither is anything else.
/// </summary>
internal static class RacesAndPublication
{
    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string By_a_plain_field()
    {
        var kitchen = new Kitchen();
        var seen = "nothing";
        Crew.Together(
            () => kitchen.Dish = new Dish(1),
            () =>
            {
                if (kitchen.Dish is { } dish) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("nothing", "2", ForbidDataRaces = true)]
    private static string After_a_change_outside_the_constructor()
    {
        var kitchen = new Kitchen();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                var dish = new Dish(1);
                dish.Number = 2;
                kitchen.Dish = dish;
            },
            () =>
            {
                if (kitchen.Dish is { } dish) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("nothing", "data race", ForbidDataRaces = true)]
    private static string Changed_after_it()
    {
        var kitchen = new Kitchen();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                var dish = new Dish(1);
                kitchen.Dish = dish;
                dish.Number = 2;
            },
            () =>
            {
                if (kitchen.Dish is { } dish) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("nothing", "data race", ForbidDataRaces = true)]
    private static string What_was_done_elsewhere_before_is_not_published()
    {
        var kitchen = new Kitchen();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                kitchen.Orders = 1;
                kitchen.Dish = new Dish(1);
            },
            () =>
            {
                if (kitchen.Dish is not null) seen = $"{kitchen.Orders}";
            });
        return seen;
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string An_object_inside_it()
    {
        var kitchen = new Kitchen();
        var seen = "nothing";
        Crew.Together(
            () => kitchen.Dish = new Dish(0) { Sauce = new Dish(1) },
            () =>
            {
                if (kitchen.Dish?.Sauce is { } sauce) seen = $"{sauce.Number}";
            });
        return seen;
    }

    [Litmus("nothing", "2", ForbidDataRaces = true)]
    private static string A_list_with_items()
    {
        var kitchen = new Kitchen();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                var menu = new List<string> { "soup" };
                menu.Add("fish");
                kitchen.Menu = menu;
            },
            () =>
            {
                if (kitchen.Menu is { } menu) seen = $"{menu.Count}";
            });
        return seen;
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string An_array_with_elements()
    {
        int[]? slots = null;
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                var made = new int[1];
                made[0] = 1;
                slots = made;
            },
            () =>
            {
                if (slots is { } filled) seen = $"{filled[0]}";
            });
        return seen;
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string Through_an_element()
    {
        var shelf = new Dish?[1];
        var seen = "nothing";
        Crew.Together(
            () => shelf[0] = new Dish(1),
            () =>
            {
                if (shelf[0] is { } dish) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string By_two_publishers()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => kitchen.Dish = new Dish(1), () => kitchen.Dish = new Dish(1));
        return $"{kitchen.Dish!.Number}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_list_swaps()
    {
        var kitchen = new Kitchen();
        Crew.Together(
            () => kitchen.Menu = [.. kitchen.Menu ?? [], "soup"],
            () => kitchen.Menu = [.. kitchen.Menu ?? [], "fish"]);
        return $"{kitchen.Menu!.Count * 0}";
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string Handed_on_by_a_reader()
    {
        var kitchen = new Kitchen();
        Dish? next = null;
        var seen = "nothing";
        Crew.Together(
            () => kitchen.Dish = new Dish(1),
            () => next = kitchen.Dish,
            () =>
            {
                if (next is { } dish) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string Handed_on_by_a_reader_under_a_lock()
    {
        var kitchen = new Kitchen();
        var passed = new Queue<Dish>();
        var seen = "nothing";
        Crew.Together(
            () => kitchen.Dish = new Dish(1),
            () =>
            {
                if (kitchen.Dish is { } dish)
                {
                    lock (passed) passed.Enqueue(dish);
                }
            },
            () =>
            {
                lock (passed)
                {
                    if (passed.Count > 0) seen = $"{passed.Dequeue().Number}";
                }
            });
        return seen;
    }

    [Litmus("1 1", ForbidDataRaces = true)]
    private static string Double_checked_locking()
    {
        var kitchen = new Kitchen();
        var gate = new object();
        int Get()
        {
            if (kitchen.Dish is null)
            {
                lock (gate)
                {
                    kitchen.Dish ??= new Dish(1);
                }
            }

            return kitchen.Dish.Number;
        }

        int one = 0, two = 0;
        Crew.Together(() => one = Get(), () => two = Get());
        return $"{one} {two}";
    }

    [Litmus("1 1", "data race", ForbidDataRaces = true)]
    private static string Double_checked_locking_that_publishes_too_early()
    {
        var kitchen = new Kitchen();
        var gate = new object();
        int Get()
        {
            if (kitchen.Dish is null)
            {
                lock (gate)
                {
                    if (kitchen.Dish is null)
                    {
                        kitchen.Dish = new Dish(0);
                        kitchen.Dish.Number = 1;
                    }
                }
            }

            return kitchen.Dish.Number;
        }

        int one = 0, two = 0;
        Crew.Together(() => one = Get(), () => two = Get());
        return $"{one} {two}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Double_checked_locking_of_a_flag()
    {
        var gate = new object();
        var made = false;
        var number = 0;
        int Get()
        {
            if (!made)
            {
                lock (gate)
                {
                    if (!made)
                    {
                        number = 1;
                        made = true;
                    }
                }
            }

            return number;
        }

        int one = 0, two = 0;
        Crew.Together(() => one = Get(), () => two = Get());
        return $"{one} {two}";
    }

    [Litmus("1 1", ForbidDataRaces = true)]
    private static string Made_by_whoever_exchanges_first()
    {
        var kitchen = new Kitchen();
        int Get()
        {
            if (kitchen.Dish is null) Interlocked.CompareExchange(ref kitchen.Dish, new Dish(1), null);

            return kitchen.Dish!.Number;
        }

        int one = 0, two = 0;
        Crew.Together(() => one = Get(), () => two = Get());
        return $"{one} {two}";
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string An_object_in_a_list()
    {
        List<Dish>? menu = null;
        var seen = "nothing";
        Crew.Together(
            () => menu = [new Dish(1)],
            () =>
            {
                if (menu is { } card) seen = $"{card[0].Number}";
            });
        return seen;
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string An_object_in_an_immutable_list()
    {
        var menu = ImmutableList<Dish>.Empty;
        var seen = "nothing";
        Crew.Together(
            () => menu = menu.Add(new Dish(1)),
            () =>
            {
                if (menu is { IsEmpty: false } card) seen = $"{card[0].Number}";
            });
        return seen;
    }

    [Litmus("nothing", "data race", ForbidDataRaces = true)]
    private static string An_object_in_a_list_that_is_changed_afterwards()
    {
        List<Dish>? menu = null;
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                var dish = new Dish(1);
                menu = [dish];
                dish.Number = 2;
            },
            () =>
            {
                if (menu is { } card) seen = $"{card[0].Number}";
            });
        return seen;
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string An_object_in_a_field_that_never_changes()
    {
        Table? table = null;
        var seen = "nothing";
        Crew.Together(
            () => table = new Table(1),
            () =>
            {
                if (table is { } laid) seen = $"{laid.Dish.Number * laid.Names.Count}";
            });
        return seen;
    }

    [Litmus("nothing", "data race", ForbidDataRaces = true)]
    private static string A_list_in_a_field_that_never_changes_while_it_is_filled()
    {
        Table? table = null;
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                table = new Table(1);
                table.Names.Add("fish");
            },
            () =>
            {
                if (table is { } laid) seen = $"{laid.Names.Count}";
            });
        return seen;
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string What_a_delegate_has_captured()
    {
        Func<int>? recipe = null;
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                var eggs = new int[1];
                eggs[0] = 1;
                var taken = 0;
                recipe = () => eggs[taken];
            },
            () =>
            {
                if (recipe is { } known) seen = $"{known()}";
            });
        return seen;
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_number_is_no_reference()
    {
        var kitchen = new Kitchen();
        var seen = 0;
        Crew.Together(() => kitchen.Orders = 1, () => seen = kitchen.Orders * 0);
        return $"{seen}";
    }

    private sealed class Kitchen
    {
        public Dish? Dish;

        public List<string>? Menu;

        public int Orders;
    }

    private sealed class Table(int number)
    {
        public readonly Dish Dish = new(number);

        public readonly List<string> Names = ["soup"];
    }

    private sealed class Dish(int number)
    {
        public int Number = number;

        public Dish? Sauce;
    }
}
