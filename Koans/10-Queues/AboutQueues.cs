using System.Collections.Concurrent;
using System.Diagnostics;

namespace Koans.Queues;

public class AboutQueues
{
    [Koan(ForbidDataRaces = true, ForbidBusyWaiting = true)]
    public void Handlers_hand_over_and_go_and_idle_loggers_sleep()
    {
        var clock = Stopwatch.StartNew();
        var handlersGone = new ManualResetEventSlim();
        var toWrite = new CountdownEvent(3);
        var log = new RequestLog(_ =>
        {
            // Writing takes longer than any handler has time.
            handlersGone.Wait();
            toWrite.Signal();
        });
        var alice = new Thread(() =>
        {
            log.Handle(1);
            log.Handle(2);
        })
        { Name = "Alice" };
        var bob = new Thread(() => log.Handle(3)) { Name = "Bob" };

        log.Start(loggers: 1);
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        handlersGone.Set();
        toWrite.Wait();

        clock.ElapsedMilliseconds.Should().Be(0, "a line that is there is written at once");
    }

    [Koan]
    public void Two_loggers_never_fight_over_the_last_line()
    {
        var written = new ConcurrentQueue<string>();
        var backlog = new Backlog(["last line"], line => written.Enqueue(line));
        var alice = new Thread(backlog.WriteAll) { Name = "Alice" };
        var bob = new Thread(backlog.WriteAll) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        written.Should().Equal(["last line"], "each line is written once");

        new Backlog(["soup", "bread"], line => written.Enqueue(line)).WriteAll();
        written.Should().BeEquivalentTo(["last line", "soup", "bread"], "who has time writes until none is left");
    }

    [Koan]
    public void Flush_means_written_not_taken()
    {
        var written = new ConcurrentQueue<string>();
        var book = new Logbook(line => written.Enqueue(line));

        book.Flush(); // there is nothing to wait for yet
        book.Add("first line");
        book.Add("second line");
        book.Start(loggers: 2);
        book.Flush();

        written.Should().HaveCount(2, "both lines were handed over before Flush, and Flush has returned");
    }

    [Koan]
    public void Closing_time_drains_the_queue_and_frees_every_logger()
    {
        var written = new ConcurrentQueue<string>();
        var room = new LogRoom(line =>
        {
            Thread.Sleep(10); // writing takes its time
            written.Enqueue(line);
        });

        room.Start(loggers: 2);
        room.Add("last line");
        room.CloseAndDrain();

        written.Should().Equal(["last line"], "it was handed over before closing time");
    }

    [Koan(ForbidBusyWaiting = true)]
    public void A_full_counter_makes_the_producers_wait()
    {
        var counter = new Counter(places: 1);
        var dishesPut = new SemaphoreSlim(0);
        var alice = new Thread(() =>
        {
            counter.Put("soup");
            dishesPut.Release();
            counter.Put("fish");
            dishesPut.Release();
        })
        { Name = "Alice" };
        var bob = new Thread(() =>
        {
            counter.Put("egg");
            dishesPut.Release();
        })
        { Name = "Bob" };
        var carol = new Thread(() => counter.Put("cake")) { Name = "Carol", IsBackground = true };

        alice.Start();
        bob.Start();
        dishesPut.Wait();
        dishesPut.CurrentCount.Should().Be(0, "there is one place on the counter, and a dish is on it");
        var first = counter.Take();
        dishesPut.Wait();
        dishesPut.CurrentCount.Should().Be(0, "the one place was free once, and the next dish is on it");
        string[] dishes = [first, counter.Take(), counter.Take()];
        alice.Join();
        bob.Join();
        counter.Put("bread");
        carol.Start();

        dishes.Should().BeEquivalentTo(["soup", "fish", "egg"], "no dish is dropped");

        var wide = new Counter(places: 2);
        wide.Put("salad");
        wide.Put("tea");
        (wide.Take(), wide.Take()).Should().Be(("salad", "tea"), "two find a place there, and first come is first served");
    }
}
