using System.Buffers;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Proofs.Litmus;

/// <summary>
/// Objects of .NET whose inside nobody follows. Who uses one by turns is judged; who is in one together with somebody who
/// changes it is told that this is not followed.
/// </summary>
internal static class ForeignObjects
{
    // Each single use is a step like any other, so what is lost between two of them is found as well.
    [Litmus("1", "2", "not followed: Exception.HResult")]
    private static string Counting_in_an_exception()
    {
        var mishap = new Exception { HResult = 0 };
        Crew.Together(() => mishap.HResult++, () => mishap.HResult++);
        return $"{mishap.HResult}";
    }

    [Litmus("2")]
    private static string Counting_in_an_exception_under_a_lock()
    {
        var mishap = new Exception { HResult = 0 };
        Crew.Together(Count, Count);
        return $"{mishap.HResult}";

        void Count()
        {
            lock (mishap) mishap.HResult++;
        }
    }

    [Litmus("not followed: Mishap.HResult", "1", "2")]
    private static string Counting_in_an_exception_of_ones_own()
    {
        var mishap = new Mishap();
        Crew.Together(mishap.Count, mishap.Count);
        return $"{mishap.HResult}";
    }

    [Litmus("0", "1", "not followed: Exception.HResult")]
    private static string Looking_while_another_sets()
    {
        var mishap = new Exception { HResult = 0 };
        var seen = 0;
        Crew.Together(() => seen = mishap.HResult, () => mishap.HResult = 1);
        return $"{seen}";
    }

    [Litmus("soup, soup")]
    private static string Looking_at_an_exception()
    {
        var mishap = new Exception("soup");
        string one = "", two = "";
        Crew.Together(() => one = mishap.Message, () => two = mishap.Message);
        return $"{one}, {two}";
    }

    // The first who asks has .NET keep the answer; that is no change that anybody sees.
    [Litmus("1, 1")]
    private static string Looking_at_what_is_made_when_it_is_asked_for()
    {
        var mishap = new AggregateException(new Exception("soup"));
        int one = 0, two = 0;
        Crew.Together(() => one = mishap.InnerExceptions.Count, () => two = mishap.Flatten().InnerExceptions.Count);
        return $"{one}, {two}";
    }

    [Litmus("ab", "ba", "not followed: MemoryStream.WriteByte")]
    private static string Writing_to_memory()
    {
        var stream = new MemoryStream();
        Crew.Together(() => stream.WriteByte((byte)'a'), () => stream.WriteByte((byte)'b'));
        return Encoding.ASCII.GetString(stream.ToArray());
    }

    [Litmus("ab", "ba")]
    private static string Writing_to_memory_under_a_lock()
    {
        var stream = new MemoryStream();
        Crew.Together(() => Write("a"), () => Write("b"));
        return Encoding.ASCII.GetString(stream.ToArray());

        void Write(string text)
        {
            lock (stream) stream.Write(Encoding.ASCII.GetBytes(text));
        }
    }

    [Litmus("0", "1", "not followed: MemoryStream.ToArray")]
    private static string Reading_memory_that_is_written_to()
    {
        var stream = new MemoryStream();
        var seen = 0;
        Crew.Together(() => stream.WriteByte(1), () => seen = stream.ToArray().Length);
        return $"{seen}";
    }

    [Litmus("0", "1", "not followed: MemoryStream.Position")]
    private static string Where_memory_is_written_to()
    {
        var stream = new MemoryStream();
        var seen = 0L;
        Crew.Together(() => stream.WriteByte(1), () => seen = stream.Position);
        return $"{seen}";
    }

    [Litmus("ab", "ba", "not followed: StringWriter.Write")]
    private static string Writing_to_a_text()
    {
        var writer = new StringWriter();
        Crew.Together(() => writer.Write("a"), () => writer.Write("b"));
        return writer.ToString();
    }

    [Litmus("ab", "ba", "not followed: StringWriter.WriteAsync")]
    private static string Writing_to_a_text_by_another_name()
    {
        TextWriter writer = new StringWriter();
        Action<string> write = text => _ = writer.WriteAsync(text);
        Crew.Together(() => write("a"), () => write("b"));
        return writer.ToString()!;
    }

    [Litmus("", "a", "not followed: StringWriter.ToString")]
    private static string Reading_a_text_that_is_written_to()
    {
        object writer = new StringWriter();
        var seen = "";
        Crew.Together(() => ((TextWriter)writer).Write("a"), () => seen = writer.ToString()!);
        return seen;
    }

    [Litmus("ab", "ba")]
    private static string Writing_to_a_text_under_a_lock()
    {
        TextWriter writer = new StringWriter();
        Crew.Together(() => Write("a"), () => Write("b"));
        return writer.ToString()!;

        void Write(string text)
        {
            lock (writer) writer.Write(text);
        }
    }

    [Litmus("ab", "ba")]
    private static string Writing_to_a_text_by_turns()
    {
        var text = new StringWriter();
        var writer = TextWriter.Synchronized(text);
        Crew.Together(() => writer.Write("a"), () => writer.Write("b"));
        return text.ToString();
    }

    // What it does, it does to what it was made of.
    [Litmus("done", "not followed: BinaryWriter.Write")]
    private static string Writing_by_way_of_something_else()
    {
        var writer = new BinaryWriter(new MemoryStream());
        Crew.Together(() => writer.Write(1), () => writer.Write(2));
        return "done";
    }

    [Litmus("done", "not followed: StreamWriter.Write")]
    private static string Writing_letters_to_memory()
    {
        var writer = new StreamWriter(new MemoryStream());
        Crew.Together(() => writer.Write("a"), () => writer.Write("b"));
        return "done";
    }

    [Litmus("a, b", "b, a", "not followed: StringReader.ReadLine")]
    private static string Reading_lines()
    {
        var reader = new StringReader("a\nb");
        string? one = null, two = null;
        Crew.Together(() => one = reader.ReadLine(), () => two = reader.ReadLine());
        return $"{one}, {two}";
    }

    [Litmus("done", "not followed: WeakReference.Target")]
    private static string Setting_where_a_weak_reference_leads()
    {
        var memory = new WeakReference(null);
        Crew.Together(() => memory.Target = "a", () => memory.Target = "b");
        return "done";
    }

    [Litmus("done", "not followed: WeakReference<string>.SetTarget")]
    private static string Setting_where_the_other_weak_reference_leads()
    {
        var memory = new WeakReference<string>("");
        Crew.Together(() => memory.SetTarget("a"), () => memory.SetTarget("b"));
        return "done";
    }

    [Litmus("a, a")]
    private static string Asking_where_a_weak_reference_leads()
    {
        var memory = new WeakReference<string>("a");
        string? one = null, two = null;
        Crew.Together(() => memory.TryGetTarget(out one), () => memory.TryGetTarget(out two));
        return $"{one}, {two}";
    }

    [Litmus("done", "not followed: UriBuilder.Path")]
    private static string Building_an_address()
    {
        var builder = new UriBuilder("http://kitchen");
        Crew.Together(() => builder.Path = "soup", () => builder.Path = "bread");
        return "done";
    }

    // As a delegate, too.
    [Litmus("done", "not followed: MemoryStream.ToArray")]
    private static string A_method_of_a_foreign_object()
    {
        var stream = new MemoryStream();
        Func<byte[]> read = stream.ToArray;
        Crew.Together(() => stream.WriteByte(1), () => read());
        return "done";
    }

    [Litmus("1", "2", "not followed: JsonArray.Count")]
    private static string Adding_to_what_is_no_collection()
    {
        var dishes = new System.Text.Json.Nodes.JsonArray();
        var seen = 0;
        Crew.Together(() => dishes.Add("soup"), () => seen = 1 + dishes.Count);
        return $"{seen}";
    }

    [Litmus("fine", "not followed: SHA256.ComputeHash")]
    private static string Computing_by_the_name_of_something_else()
    {
        using var hash = SHA256.Create();
        Crew.Together(() => hash.ComputeHash([1]), () => hash.ComputeHash([2]));
        return "fine";
    }

    // All this is made for several threads, or does not change.
    [Litmus("fine")]
    private static string What_everybody_may_use()
    {
        var address = new Uri("http://kitchen/soup?salt=1");
        var dish = new Regex("s.*p");
        var version = new Version(1, 2);
        var culture = CultureInfo.InvariantCulture;
        var encoding = new UTF8Encoding();
        var pair = Tuple.Create(1, "soup");
        var lookup = new[] { "soup", "bread" }.ToLookup(name => name.Length);
        var comparer = StringComparer.OrdinalIgnoreCase;
        var pool = System.Buffers.ArrayPool<byte>.Shared;
        var zone = TimeZoneInfo.Utc;
        var type = typeof(string);
        Crew.Together(Use, Use);
        return "fine";

        void Use()
        {
            _ = address.Host + address.Query + address + dish.IsMatch("soup") + dish.Replace("soup", "bread") + version.Major + version
                + culture.NumberFormat.CurrencySymbol + culture.DisplayName + pair.Item2 + pair + zone.DisplayName + type.Name;
            _ = encoding.GetBytes("soup").Length + lookup[4].Count() + comparer.GetHashCode("soup") + version.CompareTo(version);
            pool.Return(pool.Rent(16));
        }
    }

    [Litmus("ab")]
    private static string Handed_over_by_a_join()
    {
        var stream = new MemoryStream();
        Crew.Alone(() => stream.WriteByte((byte)'a'));
        Crew.Alone(() => stream.WriteByte((byte)'b'));
        return Encoding.ASCII.GetString(stream.ToArray());
    }

    [Litmus("ab")]
    private static string Handed_over_by_a_task()
    {
        var stream = new MemoryStream();
        stream.WriteByte((byte)'a');
        Task.Run(() => stream).ContinueWith(made => made.Result.WriteByte((byte)'b'), TaskScheduler.Default).Wait();
        return Encoding.ASCII.GetString(stream.ToArray());
    }

    [Litmus("ab")]
    private static string Handed_over_by_an_await()
    {
        return Written().Result;

        static async Task<string> Written()
        {
            var writer = new StringWriter();
            await writer.WriteAsync("a");
            await Task.Yield();
            await writer.WriteAsync("b");
            return writer.ToString();
        }
    }

    [Litmus("ab")]
    private static string Handed_over_by_a_channel()
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<StringWriter>();
        var text = "";
        Crew.Together(
            () =>
            {
                var writer = new StringWriter();
                writer.Write("a");
                channel.Writer.TryWrite(writer);
            },
            () =>
            {
                var writer = channel.Reader.ReadAsync().AsTask().Result;
                writer.Write("b");
                text = writer.ToString();
            });
        return text;
    }

    [Litmus("a", "b", "not followed: StringWriter.Write", ForbidDataRaces = true)]
    private static string Not_ordered_where_races_are_forbidden()
    {
        var writer = new StringWriter();
        Crew.Together(() => writer.Write("a"), () => writer.Write("b"));
        return writer.ToString()[..1];
    }

    [Litmus("a", "b", ForbidDataRaces = true)]
    private static string Ordered_where_races_are_forbidden()
    {
        var writer = new StringWriter();
        Crew.Together(() => Write("a"), () => Write("b"));
        return writer.ToString()[..1];

        void Write(string text)
        {
            lock (writer) writer.Write(text);
        }
    }

    // Nobody can say of such a loop that it only waits: what it asks for may come from anywhere.
    [Litmus("inconclusive", Naive = false)]
    private static string Looking_again_and_again_under_a_lock()
    {
        var mishap = new Exception { HResult = 0 };
        Crew.Together(
            () =>
            {
                while (true)
                {
                    lock (mishap)
                    {
                        if (mishap.HResult == 1)
                        {
                            return;
                        }
                    }
                }
            },
            () =>
            {
                lock (mishap) mishap.HResult = 1;
            });
        return $"{mishap.HResult}";
    }

    [Litmus("ab", "ba", "not followed: ArrayBufferWriter<Byte>.Advance", "not followed: ArrayBufferWriter<Byte>.GetSpan", "a.", "b.")]
    private static string Behind_an_interface()
    {
        var buffer = new ArrayBufferWriter<byte>(8);
        Crew.Together(() => Write(buffer, 'a'), () => Write(buffer, 'b'));
        return Encoding.ASCII.GetString(buffer.WrittenSpan).Replace('\0', '.');
    }

    [Litmus("ab", "ba")]
    private static string Behind_an_interface_under_a_lock()
    {
        var buffer = new ArrayBufferWriter<byte>(8);
        Crew.Together(() => WriteAlone('a'), () => WriteAlone('b'));
        return Encoding.ASCII.GetString(buffer.WrittenSpan);

        void WriteAlone(char letter)
        {
            lock (buffer) Write(buffer, letter);
        }
    }

    [Litmus("a", "not followed: StringWriter.Dispose", "not followed: StringWriter.Write", "throws: Cannot write to a closed TextWriter.")]
    private static string Disposed_of_by_way_of_an_interface()
    {
        var writer = new StringWriter();
        IDisposable end = writer;
        Crew.Together(() => writer.Write("a"), () => end.Dispose());
        return writer.ToString();
    }

    [Litmus("ab", "ba", "not followed: ArrayBufferWriter<Byte>.Advance", "not followed: ArrayBufferWriter<Byte>.GetSpan", "a.", "b.")]
    private static string Behind_a_type_parameter()
    {
        var buffer = new ArrayBufferWriter<byte>(8);
        Crew.Together(() => WriteTo(buffer, 'a'), () => WriteTo(buffer, 'b'));
        return Encoding.ASCII.GetString(buffer.WrittenSpan).Replace('\0', '.');
    }

    [Litmus("ab", "ba", "not followed: StringWriter.Write")]
    private static string A_writer_behind_a_type_parameter()
    {
        var writer = new StringWriter();
        Crew.Together(() => PrintTo(writer, "a"), () => PrintTo(writer, "b"));
        return writer.ToString();
    }

    [Litmus("1", "2", "not followed: Exception.HResult")]
    private static string An_exception_behind_a_type_parameter()
    {
        var mishap = new Exception { HResult = 0 };
        Crew.Together(() => CountIn(mishap), () => CountIn(mishap));
        return $"{mishap.HResult}";
    }

    [Litmus("done", "not followed: MemoryStream.Flush")]
    private static string Two_writers_to_one_stream()
    {
        var stream = new MemoryStream();
        Crew.Together(() => Write("a"), () => Write("b"));
        return "done";

        void Write(string text)
        {
            var writer = new StreamWriter(stream);
            writer.Flush();
        }
    }

    [Litmus("done")]
    private static string Two_writers_to_one_stream_under_a_lock()
    {
        var stream = new MemoryStream();
        Crew.Together(() => Write("a"), () => Write("b"));
        return "done";

        void Write(string text)
        {
            var writer = new StreamWriter(stream);
            lock (stream)
            {
                writer.Write(text);
                writer.Flush();
            }
        }
    }

    [Litmus("done", "not followed: MemoryStream.Flush")]
    private static string Two_writers_of_ones_own_to_one_stream()
    {
        var stream = new MemoryStream();
        Crew.Together(() => new Scribe(stream).Flush(), () => new Scribe(stream).Flush());
        return "done";
    }

    [Litmus("2", "not followed: Stream.CopyTo")]
    private static string Copying_to_one_stream()
    {
        var all = new MemoryStream();
        Crew.Together(() => new MemoryStream([1]).CopyTo(all), () => new MemoryStream([2]).CopyTo(all));
        return $"{all.Length}";
    }

    [Litmus("2", "not followed: JsonSerializer.Serialize")]
    private static string Given_to_what_writes()
    {
        var all = new MemoryStream();
        Crew.Together(() => JsonSerializer.Serialize(all, 1), () => JsonSerializer.Serialize(all, 2));
        return $"{all.Length}";
    }

    [Litmus("2")]
    private static string Given_to_what_writes_under_a_lock()
    {
        var all = new MemoryStream();
        Crew.Together(() => Write(1), () => Write(2));
        return $"{all.Length}";

        void Write(int number)
        {
            lock (all) JsonSerializer.Serialize(all, number);
        }
    }

    [Litmus("2", "not followed: DataRowCollection.Add")]
    private static string Rows_of_a_table()
    {
        var table = new DataTable();
        table.Columns.Add("dish");
        var rows = table.Rows;
        Crew.Together(() => rows.Add("soup"), () => rows.Add("rice"));
        return $"{rows.Count}";
    }

    // One's own object behind an interface of .NET is followed as ever.
    [Litmus("1", "2")]
    private static string Ones_own_behind_an_interface()
    {
        var tally = new Tally();
        Crew.Together(() => Tell(tally), () => Tell(tally));
        return $"{tally.Count}";

        static void Tell(IProgress<int> progress) => progress.Report(1);
    }

    [Litmus("inconclusive", Naive = false)]
    private static string Reading_again_and_again_under_a_lock()
    {
        object writer = new StringWriter();
        Crew.Together(
            () =>
            {
                while (true)
                {
                    lock (writer)
                    {
                        if (writer.ToString() == "a")
                        {
                            return;
                        }
                    }
                }
            },
            () =>
            {
                lock (writer) ((TextWriter)writer).Write("a");
            });
        return writer.ToString()!;
    }

    // What is printed character by character into something of the learner's own is the learner's.
    [Litmus("ab", "ba", "a", "b")]
    private static string A_writer_of_ones_own()
    {
        var writer = new Slate();
        Crew.Together(() => writer.Write("a"), () => writer.Write("b"));
        return writer.Text;
    }

    private sealed class Scribe(Stream paper) : StreamWriter(paper);

    private sealed class Mishap : Exception
    {
        public Mishap() => HResult = 0;

        public void Count() => HResult++;
    }

    private static void Write(IBufferWriter<byte> buffer, char letter)
    {
        buffer.GetSpan(1)[0] = (byte)letter;
        buffer.Advance(1);
    }

    private static void WriteTo<T>(T buffer, char letter)
        where T : IBufferWriter<byte>
    {
        buffer.GetSpan(1)[0] = (byte)letter;
        buffer.Advance(1);
    }

    private static void PrintTo<T>(T writer, string text)
        where T : TextWriter => writer.Write(text);

    private static void CountIn<T>(T mishap)
        where T : Exception => mishap.HResult++;

    private sealed class Tally : IProgress<int>
    {
        public int Count { get; private set; }

        public void Report(int value) => Count += value;
    }

    private sealed class Slate : TextWriter
    {
        public string Text { get; private set; } = "";

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Text += value;
    }
}
