using System.IO.Pipes;

namespace Koans.Outside;

public class AboutOutside
{
    private int _count;

    // Says: while it calls Console.ReadLine
    [Koan]
    public void A_line_is_read_from_the_keyboard() => _ = Console.ReadLine();

    // Says: while it calls Console.ReadKey
    [Koan]
    public void A_key_is_read_from_the_keyboard() => _ = Console.ReadKey();

    // Says: while it calls Environment.Exit
    [Koan]
    public void The_process_is_to_exit() => Environment.Exit(0);

    // Says: while it calls Environment.FailFast
    [Koan]
    public void The_process_is_to_fail()
    {
        var thread = new Thread(() => Environment.FailFast("The soup is cold."));
        thread.Start();
    }

    // Says: something that Sensei cannot see
    [Koan]
    public void A_real_pipe_is_read_that_nobody_writes_to()
    {
        using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        using var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
        reader.ReadByte();
    }

    // Says: something that Sensei cannot see
    [Koan]
    public void A_thread_reads_a_real_pipe_and_tries_again()
    {
        var thread = new Thread(() =>
        {
            using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
            using var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
            while (true)
            {
                try
                {
                    reader.ReadByte();
                }
                catch
                {
                }
            }
        });
        thread.Start();
        thread.Join();
    }

    // Met.
    [Koan]
    public void A_decent_koan_after_all_others_is_met()
    {
        var thread = new Thread(() => Interlocked.Increment(ref _count));
        thread.Start();
        thread.Join();
        _count.Should().Be(1);
    }
}
