using System.Text;

namespace Proofs.Litmus;

/// <summary>Streams and writers of files: what is kept in memory, what reaches the file, and who may open it.</summary>
internal static class OpenFiles
{
    // Two steps are one when both have seen the same place.
    [Litmus("1", "2")]
    private static string Behind_a_type_parameter() => WholeFiles.With("menu.txt", file =>
    {
        using var menu = File.Create(file);
        Crew.Together(() => Step(menu), () => Step(menu));
        return $"{menu.Position}";

        static void Step<T>(T stream)
            where T : Stream => stream.Position++;
    });

    // Only one who asks for the file alone keeps others out.
    [Litmus("ab", "ba", "a, b cannot", "b, a cannot")]
    private static string Alone() => WholeFiles.With("alone.txt", file =>
    {
        var refused = "";
        Crew.Together(() => Write("a"), () => Write("b"));
        return File.ReadAllText(file) + refused;

        void Write(string text)
        {
            try
            {
                using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None);
                stream.Write(Encoding.ASCII.GetBytes(text));
            }
            catch (IOException)
            {
                refused = $", {text} cannot";
            }
        }
    });

    [Litmus("ab", "ba")]
    private static string Alone_again_and_again() => WholeFiles.With("again.txt", file =>
    {
        Crew.Together(() => Write("a"), () => Write("b"));
        return File.ReadAllText(file);

        void Write(string text)
        {
            while (true)
            {
                try
                {
                    using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None);
                    stream.Write(Encoding.ASCII.GetBytes(text));
                    return;
                }
                catch (IOException)
                {
                }
            }
        }
    });

    [Litmus("livelock")]
    private static string Trying_again_for_ever() => WholeFiles.With("for-ever.txt", file =>
    {
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None);
        Crew.Alone(() =>
        {
            while (true)
            {
                try
                {
                    using var other = File.OpenRead(file);
                    return;
                }
                catch (IOException)
                {
                }
            }
        });
        return "";
    });

    [Litmus("The process cannot access the file 'taken.txt' because it is being used by another process.")]
    private static string The_refusal_is_in_NETs_words() => WholeFiles.With("taken.txt", file =>
    {
        using var one = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            using var two = new StreamReader(file);
            return "";
        }
        catch (IOException refused)
        {
            return refused.Message.Replace(Path.GetFullPath(file), file);
        }
    });

    // What is opened is opened at its end then, however late it is written to.
    [Litmus("a", "b")]
    private static string Both_are_open_before_either_writes() => WholeFiles.With("both-open.txt", file =>
    {
        var together = new Barrier(2);
        var pen = new Lock();
        Crew.Together(() => Write("a"), () => Write("b"));
        return File.ReadAllText(file);

        void Write(string text)
        {
            using var log = new StreamWriter(file, append: true);
            together.SignalAndWait();
            lock (pen)
            {
                log.Write(text);
                log.Flush();
            }
        }
    });

    [Litmus("ab", "ba")]
    private static string Both_look_for_the_end_themselves() => WholeFiles.With("seek.txt", file =>
    {
        var pen = new Lock();
        Crew.Together(() => Write("a"), () => Write("b"));
        return File.ReadAllText(file);

        void Write(string text)
        {
            using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            lock (pen)
            {
                stream.Seek(0, SeekOrigin.End);
                stream.Write(Encoding.ASCII.GetBytes(text));
                stream.Flush();
            }
        }
    });

    // A writer is not made for two: who puts letters where the other did has looked before.
    [Litmus("a", "ab", "b", "ba")]
    private static string One_writer_for_both() => WholeFiles.With("one-writer.txt", file =>
    {
        using (var log = new StreamWriter(file))
        {
            Crew.Together(() => log.Write("a"), () => log.Write("b"));
        }

        return File.ReadAllText(file);
    });

    [Litmus("ab", "ba")]
    private static string One_writer_by_turns() => WholeFiles.With("turns.txt", file =>
    {
        using (var log = TextWriter.Synchronized(new StreamWriter(file)))
        {
            Crew.Together(() => log.Write("a"), () => log.Write("b"));
        }

        return File.ReadAllText(file);
    });

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_writer_is_memory()
    {
        using var log = new StreamWriter("memory.txt");
        Crew.Together(() => log.Write("a"), () => log.Write("b"));
        return "";
    }

    [Litmus("a", "ab", "b", "ba")]
    private static string One_stream_for_both() => WholeFiles.With("one-stream.txt", file =>
    {
        using (var stream = File.Create(file))
        {
            Crew.Together(() => stream.WriteByte((byte)'a'), () => stream.WriteByte((byte)'b'));
        }

        return File.ReadAllText(file);
    });

    // What is in a writer's memory is nowhere else.
    [Litmus("", "a")]
    private static string Read_before_it_is_closed() => WholeFiles.With("not-closed.txt", file =>
    {
        var log = new StreamWriter(file);
        var read = "";
        Crew.Together(
            () =>
            {
                log.Write("a");
                log.Close();
            },
            () => read = File.ReadAllText(file));
        return read;
    });

    [Litmus("")]
    private static string Never_flushed() => WholeFiles.With("never.txt", file =>
    {
        var log = new StreamWriter(file);
        log.Write("a");
        var read = File.ReadAllText(file);
        log.Dispose();
        return read;
    });

    [Litmus("fine", "ObjectDisposedException")]
    private static string Written_to_when_it_is_closed() => WholeFiles.With("closed.txt", file =>
    {
        var log = new StreamWriter(file);
        var end = "";
        Crew.Together(log.Dispose, () => end = Crew.Try(() => log.Write("a")));
        return end;
    });

    // Those that are longer than its memory reach the file in pieces.
    [Litmus("5000 of 5000", "4096 of 5000", "0 of 5000")]
    private static string A_long_line_comes_in_pieces() => WholeFiles.With("long.txt", file =>
    {
        var length = 0;
        Crew.Together(
            () =>
            {
                using var log = new StreamWriter(file);
                log.Write(new string('.', 5000));
            },
            () =>
            {
                if (File.Exists(file))
                {
                    length = File.ReadAllBytes(file).Length;
                }
            });
        return $"{length} of 5000";
    });

    [Litmus("a", "ab", "b", "ba")]
    private static string Async_writers() => WholeFiles.With("async-writers.txt", file =>
    {
        Task.WaitAll(Task.Run(() => Write("a")), Task.Run(() => Write("b")));
        return File.ReadAllText(file);

        async Task Write(string text)
        {
            await using var log = new StreamWriter(file, append: true);
            await log.WriteAsync(text);
        }
    });

    [Litmus("not followed: FileOptions.DeleteOnClose")]
    private static string Gone_when_it_is_closed()
    {
        using var stream = new FileStream("gone.txt", FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        return "";
    }
}
