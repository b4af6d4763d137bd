using System.Diagnostics;

namespace Koans.PoolAndTasks;

public class AboutPoolAndTasks
{
    [Koan]
    public void As_many_orders_are_under_way_as_there_are_workers()
    {
        var orders = new Orders();
        var together = new Barrier(2);
        var underWay = 0;
        var isCrowded = false;

        // Of these two, one worker has one in hand and never both.
        orders.ServeAll(["tea", "milk"], workers: 1, serve: order =>
        {
            if (Interlocked.Increment(ref underWay) > 1)
            {
                isCrowded = true;
            }

            Interlocked.Decrement(ref underWay);
            return $"hot {order}";
        });

        isCrowded.Should().BeFalse("one worker has one order under way and never two");

        // And of these, neither is finished before the other has been begun.
        orders.ServeAll(["soup", "cake"], workers: 2, serve: order =>
        {
            together.SignalAndWait();
            return $"hot {order}";
        });
    }

    [Koan]
    public void Results_come_in_the_order_you_asked()
    {
        var orders = new Orders();
        var clock = Stopwatch.StartNew();

        var dishes = orders.ServeAll(["soup", "cake"], workers: 2, serve: order => $"hot {order}");

        dishes.Should().Equal("hot soup", "hot cake");
        clock.Elapsed.Should().Be(TimeSpan.Zero, "the dishes are there when the last one is finished, and not some time later");
    }

    [Koan]
    public async Task Results_come_as_they_finish()
    {
        var orders = new Orders();
        var stew = new TaskCompletionSource<string>();
        var clock = Stopwatch.StartNew();
        await using var dishes = orders
            .AsFinished(["stew", "soup"], serve: order => order == "stew" ? stew.Task : Task.Run(() => "hot soup"))
            .GetAsyncEnumerator();

        // The stew is not finished before the soup is on the table.
        await dishes.MoveNextAsync();
        var first = dishes.Current;
        stew.SetResult("hot stew");
        await dishes.MoveNextAsync();
        var second = dishes.Current;
        var isThereMore = await dishes.MoveNextAsync();

        first.Should().Be("hot soup", "the soup was finished first");
        second.Should().Be("hot stew");
        isThereMore.Should().BeFalse("two dishes were ordered");
        clock.Elapsed.Should().Be(TimeSpan.Zero, "a dish comes when it is finished, and not some time later");
    }

    [LiveKoan]
    public void Three_readers_may_open_one_file()
    {
        var files = new Files();
        var folder = Directory.CreateTempSubdirectory();
        var menu = Path.Combine(folder.FullName, "menu.txt");
        File.WriteAllText(menu, "soup, cake");
        var letters = Array.Empty<int>();

        // Alice has the menu open all the while, and reads it.
        using (new FileStream(menu, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            letters = files.CountLetters([menu, menu, menu]);
        }

        folder.Delete(recursive: true);
        letters.Should().Equal([10, 10, 10], "whoever only reads disturbs nobody who only reads");
    }

    [Koan]
    public void The_pool_does_not_make_you_thread_safe()
    {
        var menu = new LetterCount();

        menu.Count(["soup", "salad"]);

        menu.Total.Should().Be(9, "one page has four letters, and the other has five");
    }
}
