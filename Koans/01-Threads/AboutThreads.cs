using System.Collections.Concurrent;
using System.Diagnostics;

namespace Koans.Threads;

public class AboutThreads
{
    [Koan]
    public void The_cook_sets_the_table_while_the_water_boils()
    {
        Thread.CurrentThread.Name = "the cook";
        var kitchen = new Kitchen();
        var waterIsOn = new SemaphoreSlim(0);
        var tableIsSet = new SemaphoreSlim(0);
        var waterHasBoiled = new SemaphoreSlim(0);

        // This water has boiled when the table is set, and not before. Neither has to be done twice.
        kitchen.Breakfast(
            boil: () =>
            {
                waterIsOn.Release();
                tableIsSet.Wait();
                waterHasBoiled.Release();
            },
            setTable: () =>
            {
                waterIsOn.Wait();
                tableIsSet.Release();
            });

        waterHasBoiled.Wait();
    }

    [Koan]
    public void Coffee_waits_for_the_water()
    {
        Thread.CurrentThread.Name = "the cook";
        var kitchen = new Kitchen();
        var waterBoils = false;
        var cups = 0;
        var clock = Stopwatch.StartNew();

        kitchen.Coffee(
            boil: () =>
            {
                Thread.Yield(); // no water boils at once
                waterBoils = true;
            },
            pour: () =>
            {
                waterBoils.Should().BeTrue("coffee is poured when the water boils");
                cups++;
            });

        cups.Should().Be(1, "there is one cup of coffee");
        clock.ElapsedMilliseconds.Should().Be(0, "coffee is poured the moment the water boils");
    }

    [Koan]
    public void Three_downloads_are_in_flight_together_and_all_are_awaited()
    {
        var downloader = new Downloader();
        var allUnderWay = new CountdownEvent(3);
        var arrived = new ConcurrentQueue<string>();
        var clock = Stopwatch.StartNew();

        // No file arrives before all three are under way.
        downloader.DownloadAll(["menu", "prices", "photos"], fetch: file =>
        {
            allUnderWay.Signal();
            allUnderWay.Wait();
            arrived.Enqueue(file);
        });

        arrived.Should().BeEquivalentTo(["menu", "prices", "photos"], "the downloader returns when all files are there");
        clock.ElapsedMilliseconds.Should().Be(0, "the downloader returns the moment the last file is there");
    }

    [Koan]
    public void Every_thread_downloads_its_own_file()
    {
        var downloader = new Downloader();
        var bothUnderWay = new CountdownEvent(2);
        var arrived = new ConcurrentQueue<string>();

        downloader.DownloadAlbum(photos: 2, fetch: photo =>
        {
            bothUnderWay.Signal();
            bothUnderWay.Wait();
            arrived.Enqueue(photo);
        });

        arrived.Should().BeEquivalentTo(["photo 1", "photo 2"], "each of the two threads fetches one of the two");
    }
}
