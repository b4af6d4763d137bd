using System.Text;

namespace Koans.Background;

public class AboutBackground
{
    private static volatile bool s_isClosed;

    [LiveKoan]
    public void The_heartbeat_does_not_keep_the_restaurant_open()
    {
        // The Main of a process. The second beat of the heart takes for ever.
        var restaurant = Child.Run(() =>
        {
            using var beatsAgain = new ManualResetEventSlim();
            var heart = new Heartbeat();
            var beats = 0;

            Console.WriteLine("open");
            heart.Start(() =>
            {
                if (Interlocked.Increment(ref beats) > 1)
                {
                    beatsAgain.Set();
                    Child.StayForEver();
                }
            });
            beatsAgain.Wait();
            Console.WriteLine("closed");
        });

        restaurant.Lines.Should().Equal("open", "closed");
        restaurant.Ended.Should().BeTrue("everybody has gone, and the heart must not keep the restaurant open");
    }

    [LiveKoan]
    public void The_last_lines_survive_closing()
    {
        var file = Path.GetTempFileName();

        // The Main of a process: what is on no disk when it returns is lost.
        var evening = Child.Run(
            files =>
            {
                var backup = new Backup();
                backup.Start(new SlowDisk(files[0]));
                backup.Add("soup 4.50");
                backup.Add("cake 3.20");
                backup.Close();
                s_isClosed = true;
            },
            file);
        var saved = File.ReadAllLines(file);
        File.Delete(file);

        // And one that forgets to close.
        var forgotten = Child.Run(() =>
        {
            var backup = new Backup();
            backup.Start(new DeadDisk());
            backup.Add("soup 4.50");
        });

        evening.Ended.Should().BeTrue("the backup has been closed");
        saved.Should().Equal("soup 4.50", "cake 3.20");
        forgotten.Ended.Should().BeTrue("a backup that nobody closes must not keep the restaurant open");
    }

    [Koan]
    public void Close_waits_for_the_last_line_and_not_for_a_while()
    {
        Thread.CurrentThread.Name = "Main";
        var disk = new Disk();
        var backup = new Backup();

        backup.Start(disk);
        backup.Add("soup 4.50");
        backup.Close();
        var saved = disk.Saved;

        saved.Should().Be("soup 4.50", "Close has returned, and the process may end here");
    }

    [Koan]
    public void Stopping_is_asking_not_killing()
    {
        Thread.CurrentThread.Name = "the chef";
        var cook = new Cook();
        var atTheStove = new ManualResetEventSlim();
        var begun = 0;
        var done = 0;

        cook.Start(asked =>
        {
            begun++;
            begun.Should().Be(1, "who has been asked to stop begins no other dish");
            atTheStove.Set();
            asked.WaitHandle.WaitOne();
            done++;
        });
        atTheStove.Wait();
        cook.Stop();
        var served = done;

        served.Should().Be(1, "the dish at hand is finished when Stop returns");
    }

    /// <summary>Keeps the last line that was written in a buffer, until it is flushed or closed.</summary>
    private sealed class Disk : TextWriter
    {
        private string? _buffer;

        public override Encoding Encoding => Encoding.UTF8;

        public string? Saved { get; private set; } = "nothing";

        public override void WriteLine(string? line) => _buffer = line;

        public override void Flush() => Saved = _buffer;

        protected override void Dispose(bool disposing) => Flush();
    }

    /// <summary>A file on a disk so slow that it only gets on while Main waits for something.</summary>
    private sealed class SlowDisk(string file) : StreamWriter(file)
    {
        private readonly Thread _main = Thread.CurrentThread;

        public override void WriteLine(string? line)
        {
            Seek();
            base.WriteLine(line);
        }

        protected override void Dispose(bool disposing)
        {
            Seek();
            base.Dispose(disposing);
        }

        private void Seek()
        {
            // Main waits for a moment now and then, for a lock of .NET's or for the process to end: that is not waiting for a disk.
            for (var waited = 0; Thread.CurrentThread != _main && waited < 20; Thread.Sleep(1))
            {
                if (s_isClosed && Thread.CurrentThread.IsBackground)
                {
                    Child.StayForEver();
                }

                waited += _main.ThreadState.HasFlag(ThreadState.WaitSleepJoin) ? 1 : 0;
            }
        }
    }

    /// <summary>A disk that never comes to the end of a line.</summary>
    private sealed class DeadDisk : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? line) => Child.StayForEver();
    }
}
