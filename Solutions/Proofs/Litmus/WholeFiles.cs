namespace Proofs.Litmus;

/// <summary>What reads or writes a whole file opens it, reads or writes, and closes it; each of these is a step.</summary>
internal static class WholeFiles
{
    // Both find the same end, and the second writes over what the first has written there.
    [Litmus("a", "ab", "b", "ba")]
    private static string Two_append() => With("two-append.txt", file =>
    {
        Crew.Together(() => File.AppendAllText(file, "a"), () => File.AppendAllText(file, "b"));
        return File.ReadAllText(file);
    });

    [Litmus("ab", "ba")]
    private static string Two_append_under_a_lock() => With("two-append-locked.txt", file =>
    {
        var pen = new Lock();
        Crew.Together(() => Append("a"), () => Append("b"));
        return File.ReadAllText(file);

        void Append(string text)
        {
            lock (pen) File.AppendAllText(file, text);
        }
    });

    // A shorter line over a longer one leaves the rest of that.
    [Litmus("soup|tea", "tea|soup", "soup", "tea|")]
    private static string Lines_of_different_lengths() => With("lines.txt", file =>
    {
        Crew.Together(() => File.AppendAllText(file, "soup|"), () => File.AppendAllText(file, "tea|"));
        return File.ReadAllText(file).TrimEnd('|') + (File.ReadAllText(file) == "tea||" ? "|" : "");
    });

    [Litmus("new|old", "new|", "new|new")]
    private static string Read_while_it_is_written() => With("read-while.txt", file =>
    {
        File.WriteAllText(file, "old");
        var read = "";
        Crew.Together(() => File.WriteAllText(file, "new"), () => read = File.ReadAllText(file));
        return $"{File.ReadAllText(file)}|{read}";
    });

    [Litmus("FileNotFoundException", "", "a")]
    private static string Read_before_it_is_there() => With("not-there.txt", file =>
    {
        var read = "";
        Crew.Together(() => File.WriteAllText(file, "a"), () =>
        {
            try
            {
                read = File.ReadAllText(file);
            }
            catch (FileNotFoundException missing)
            {
                read = missing.GetType().Name;
            }
        });
        return read;
    });

    // Every run begins without the file that the one before has made.
    [Litmus("False, then True")]
    private static string A_run_leaves_nothing_behind() => With("left-behind.txt", file =>
    {
        var before = File.Exists(file);
        Crew.Together(() => File.WriteAllText(file, "a"), () => { });
        return $"{before}, then {File.Exists(file)}";
    });

    [Litmus("a")]
    private static string Looking_until_it_is_there() => With("until-there.txt", file =>
    {
        Crew.Together(() => File.Move(Written(file + "2", "a"), file), () =>
        {
            while (!File.Exists(file))
            {
            }
        });
        return File.ReadAllText(file);
    });

    [Litmus("livelock")]
    private static string Looking_for_what_never_comes()
    {
        Crew.Together(
            () => { },
            () =>
            {
                while (!File.Exists("never-there.txt"))
                {
                }
            });
        return "";
    }

    // Both find that it is not there.
    [Litmus("1 made", "2 made")]
    private static string Look_then_make() => With("look-then-make.txt", file =>
    {
        var made = 0;
        Crew.Together(Make, Make);
        return $"{made} made";

        void Make()
        {
            if (!File.Exists(file))
            {
                File.WriteAllText(file, "");
                Interlocked.Increment(ref made);
            }
        }
    });

    [Litmus("a1", "b1")]
    private static string Only_one_makes_it() => With("only-one.txt", file =>
    {
        var made = 0;
        Crew.Together(() => Make("a"), () => Make("b"));
        return File.ReadAllText(file) + made;

        void Make(string text)
        {
            try
            {
                using var stream = new FileStream(file, FileMode.CreateNew);
                stream.Write([(byte)text[0]]);
                Interlocked.Increment(ref made);
            }
            catch (IOException)
            {
            }
        }
    });

    [Litmus("copy of a", "FileNotFoundException")]
    private static string Copied_or_gone() => With("copied.txt", file =>
    {
        File.WriteAllText(file, "a");
        var copy = file + "2";
        var end = "";
        Crew.Together(() => File.Delete(file), () =>
        {
            try
            {
                File.Copy(file, copy, overwrite: true);
                end = "copy of " + File.ReadAllText(copy);
            }
            catch (FileNotFoundException missing)
            {
                end = missing.GetType().Name;
            }
        });
        File.Delete(copy);
        return end;
    });

    [Litmus("a,c", "b,c", "a,b,c", "b,a,c")]
    private static string Lines_are_appended() => With("append-lines.txt", file =>
    {
        Crew.Together(() => File.AppendAllLines(file, ["a"]), () => File.AppendAllLines(file, ["b"]));
        File.AppendAllLines(file, ["c"]);
        return string.Join(',', File.ReadLines(file));
    });

    [Litmus("a", "ab", "b", "ba")]
    private static string Two_append_without_waiting() => With("async.txt", file =>
    {
        Task.WaitAll(Task.Run(() => File.AppendAllTextAsync(file, "a")), Task.Run(() => File.AppendAllTextAsync(file, "b")));
        return File.ReadAllTextAsync(file).Result;
    });

    [Litmus("Could not find file 'nowhere.txt'.")]
    private static string Messages_name_the_path_as_the_code_does()
    {
        try
        {
            return File.ReadAllText("nowhere.txt");
        }
        catch (FileNotFoundException missing)
        {
            return missing.Message.Replace(Path.GetFullPath("nowhere.txt"), "nowhere.txt");
        }
    }

    [Litmus("not followed: FileInfo")]
    private static string Files_by_another_way() => $"{new FileInfo("another.txt").Exists}";

    [Litmus("not followed: File.GetLastWriteTime")]
    private static string Times_of_files() => $"{File.GetLastWriteTime("another.txt")}";

    [Litmus("not followed: Directory.GetFiles")]
    private static string Folders() => $"{Directory.GetFiles(".").Length}";

    /// <summary>On real threads the file is a real one, too.</summary>
    internal static string With(string file, Func<string, string> scenario)
    {
        File.Delete(file);
        try
        {
            return scenario(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Written(string file, string text)
    {
        File.WriteAllText(file, text);
        return file;
    }
}
