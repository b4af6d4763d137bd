namespace Koans.Deadlocks;

public class AboutDeadlocks
{
    [Koan]
    public void Alice_and_Bob_both_get_to_write()
    {
        var desk = new Desk();
        var lines = 0;
        var alice = new Thread(() => desk.AliceWrites(() => lines++)) { Name = "Alice" };
        var bob = new Thread(() => desk.BobWrites(() => lines++)) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        lines.Should().Be(2, "Alice and Bob each write one line in the one notebook");

        // On other days one of them comes alone.
        new Desk().AliceWrites(() => lines++);
        new Desk().BobWrites(() => lines++);

        lines.Should().Be(4, "nobody waits for somebody who may not come");
    }

    [Koan]
    public void Transfers_both_ways_finish_and_lose_no_money()
    {
        var bank = new Bank();
        var hers = new Account(17, balance: 100);
        var his = new Account(27, balance: 60);
        var alice = new Thread(() =>
        {
            bank.Transfer(hers, his, 60);
            bank.Transfer(hers, his, 10);
        })
        { Name = "Alice" };
        var bob = new Thread(() => bank.Transfer(his, hers, 20)) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        bank.Transfer(hers, hers, 5);

        hers.Balance.Should().Be(50, "of her 100, Alice sent 60 and 10, and got 20");
        his.Balance.Should().Be(110, "to his 60, Bob got 60 and 10, and sent 20");
    }

    [Koan]
    public void Not_getting_the_second_lock_is_not_success()
    {
        var desk = new PoliteDesk();
        var lines = 0;
        var alice = new Thread(() => desk.AliceWrites(() => lines++)) { Name = "Alice" };
        var bob = new Thread(() => desk.BobWrites(() => lines++)) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        lines.Should().Be(2, "nobody leaves the desk without having written");
    }

    [Koan]
    public void Database_file_and_cache_make_no_circle_of_three()
    {
        var archive = new Archive();
        var alice = new Thread(archive.Save) { Name = "Alice" };
        var bob = new Thread(archive.Load) { Name = "Bob" };
        var carol = new Thread(archive.Refresh) { Name = "Carol" };

        alice.Start();
        bob.Start();
        carol.Start();
        alice.Join();
        bob.Join();
        carol.Join();

        archive.Entries.Should().Be(6, "each of the three works on two of the three");
    }

    [Koan]
    public void Stop_does_not_join_while_holding_the_workers_lock()
    {
        var begun = new SemaphoreSlim(0);
        var workerIsHome = false;
        var homeWhenStopped = false;
        var worker = new Worker([() => begun.Release(), () => { }], goHome: () => workerIsHome = true);
        var alice = new Thread(() =>
        {
            begun.Wait();
            worker.Stop();
            homeWhenStopped = workerIsHome;
        })
        { Name = "Alice" };

        worker.Start();
        alice.Start();
        alice.Join();

        homeWhenStopped.Should().BeTrue("Stop returns when the worker has gone home");
    }

    [Koan]
    public void All_philosophers_eat_and_only_neighbours_wait_for_each_other()
    {
        var three = new Table(seats: 3);
        var meals = 0;
        var alice = new Thread(() => three.Dine(0, () => meals++)) { Name = "Alice" };
        var bob = new Thread(() => three.Dine(1, () => meals++)) { Name = "Bob" };
        var carol = new Thread(() => three.Dine(2, () => meals++)) { Name = "Carol" };

        // Dave and Erin sit opposite each other, and he eats until she has eaten.
        var four = new Table(seats: 4);
        var erin = new Thread(() => four.Dine(2, () => meals++)) { Name = "Erin" };
        var dave = new Thread(() => four.Dine(0, () =>
        {
            erin.Start();
            erin.Join();
            meals++;
        }))
        { Name = "Dave" };

        alice.Start();
        bob.Start();
        carol.Start();
        alice.Join();
        bob.Join();
        carol.Join();
        dave.Start();
        dave.Join();

        meals.Should().Be(5, "each of the five eats once, and neighbours never at the same time");
    }
}
