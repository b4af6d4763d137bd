using System.Net;
using System.Net.Sockets;

namespace Koans.WebServer;

public class AboutWebServer
{
    [LiveKoan(Expects = "an answer for the next guest while a slow one and a silent one are inside", Patience = 10)]
    public async Task A_slow_guest_does_not_hold_up_the_next()
    {
        var folder = Directory.CreateTempSubdirectory();
        using var slowIsInside = new ManualResetEventSlim();
        using var nextIsServed = new ManualResetEventSlim();
        var server = new MiniServer(
            path =>
            {
                if (path == "/roast")
                {
                    slowIsInside.Set();
                    nextIsServed.Wait();
                }

                return $"{path} is served";
            },
            logFile: Path.Combine(folder.FullName, "log.txt"));

        server.Start();
        using var slow = new Guest(server.Port);
        slow.AskFor("/roast");
        slowIsInside.Wait();
        using var silent = new Guest(server.Port);
        var next = Guest.Ask(server.Port, "/soup");
        nextIsServed.Set();
        var roast = slow.Hear();

        next.Should().Contain("/soup is served");
        roast.Should().Contain("/roast is served");
        silent.Dispose();
        await server.StopAsync();
        folder.Delete(recursive: true);
    }

    [LiveKoan(Expects = "an answer for a guest whose request comes in pieces")]
    public async Task Requests_come_in_pieces_and_the_answer_is_HTTP()
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Http.ReadPath(new Pieces("GET /so", "up HTTP/1.1\r\nHo", "st: localhost\r\n", "\r\n"));

        path.Should().Be("/soup", "that is what the guest asks for, in four pieces");

        var server = new MiniServer(asked => $"crème {asked}", logFile: Path.Combine(folder.FullName, "log.txt"));
        server.Start();
        var answer = Guest.Ask(server.Port, "/caramel");

        answer.Should().StartWith("HTTP/1.1 200 ", "an answer begins with a line that says how it went");

        using var guest = new Guest(server.Port);
        foreach (var piece in new[] { "GET /bru", "lee HTTP/1.1\r\nHo", "st: localhost\r\nConnection: close\r\n" })
        {
            guest.Say(piece);
            Guest.Ask(server.Port, "/patisserie");
            Guest.Ask(server.Port, "/chantilly");
            guest.HasHeardNothing.Should().BeTrue("nobody is answered before they have finished asking");
        }

        guest.Say("\r\n");
        guest.Hear().Should().Contain("crème /brulee");

        using var browser = new HttpClient();
        var seen = await browser.GetStringAsync($"http://localhost:{server.Port}/anglaise");

        seen.Should().Be("crème /anglaise", "a browser shows all of the text and nothing else");
        await server.StopAsync();
        folder.Delete(recursive: true);
    }

    [LiveKoan]
    public void A_rude_guest_does_not_kill_the_server()
    {
        var folder = Directory.CreateTempSubdirectory();

        // The Main of a process.
        var evening = Child.Run(
            folders =>
            {
                var server = new MiniServer(
                    path => path switch
                    {
                        "/toast" => throw new InvalidOperationException("The toast is burnt."),
                        "/feast" => new string('.', 20_000_000),
                        _ => $"{path} is served",
                    },
                    logFile: Path.Combine(folders[0], "log.txt"));
                server.Start();
                Console.WriteLine("open");

                using (var gone = new Guest(server.Port))
                {
                    gone.Say("GET /so");
                    gone.SlamTheDoor();
                }

                using (var rude = new Guest(server.Port))
                {
                    rude.Say("hello?\r\n\r\n");
                    rude.Hear();
                }

                using (var full = new Guest(server.Port))
                {
                    full.AskFor("/feast");
                    full.SlamTheDoor();
                }

                Guest.Ask(server.Port, "/toast");
                Console.WriteLine(Guest.Ask(server.Port, "/soup").Contains("/soup is served") ? "soup" : "no soup");
                Environment.Exit(0);
            },
            folder.FullName);

        evening.HasCrashed.Should().BeFalse("what goes wrong with one guest is no reason to throw all of them out");
        evening.Lines.Should().Equal("open", "soup");
        folder.Delete(recursive: true);
    }

    [Koan]
    public async Task Every_request_is_in_the_file_exactly_once()
    {
        File.WriteAllLines("log.txt", ["tea for Carol"]);
        var log = new AccessLog("log.txt");
        var alice = new Thread(() => log.Write("soup for Alice")) { Name = "Alice" };
        var bob = new Thread(() => log.Write("cake for Bob")) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        await log.CloseAsync();
        var written = File.ReadAllLines("log.txt");

        written.Order().Should().Equal(["cake for Bob", "soup for Alice", "tea for Carol"], "what was there stays, and each of them has written a line");
    }

    [LiveKoan]
    public async Task Stop_serves_those_inside_flushes_frees_the_port_and_lets_the_process_end()
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "log.txt");

        // The Main of a process. It ends when the server has gone, for nothing else is left in it.
        var evening = Child.Run(
            async files =>
            {
                using var isInside = new ManualResetEventSlim();
                using var mayLeave = new ManualResetEventSlim();
                var server = new MiniServer(
                    path =>
                    {
                        isInside.Set();
                        mayLeave.Wait();
                        return $"{path} is served";
                    },
                    logFile: files[0]);
                server.Start();
                var port = server.Port;
                using var last = new Guest(port);
                last.AskFor("/roast");
                isInside.Wait();

                var stopping = server.StopAsync();
                if (stopping.IsCompleted)
                {
                    Console.WriteLine("closed while a guest is inside");
                    Environment.Exit(1);
                }

                mayLeave.Set();
                Console.WriteLine(last.Hear().Contains("/roast is served") ? "the last guest has had the roast" : "the last guest goes hungry");
                await stopping;
                try
                {
                    using var nextDoor = new TcpListener(IPAddress.Loopback, port);
                    nextDoor.Start();
                    Console.WriteLine("the port is free");
                }
                catch (SocketException)
                {
                    Console.WriteLine("the port is taken");
                }
            },
            file);

        evening.Lines.Should().Equal("the last guest has had the roast", "the port is free");
        var written = File.ReadLines(file);
        written.Should().ContainSingle("the last guest is in the log").Which.Should().EndWith("GET /roast");
        evening.Ended.Should().BeTrue("everybody has gone, and nothing keeps the process alive");

        // And an evening with hundreds of guests at once.
        file = Path.Combine(folder.FullName, "guests.txt");
        var server = new MiniServer(path => $"{path} is served", file);
        server.Start();
        var paths = Enumerable.Range(0, 200).Select(n => $"/{n}").ToArray();
        var answers = new string[paths.Length];
        var guests = Enumerable.Range(0, paths.Length)
            .Select(n => new Thread(() => answers[n] = Guest.Ask(server.Port, paths[n]), maxStackSize: 256 << 10))
            .ToList();
        guests.ForEach(guest => guest.Start());
        guests.ForEach(guest => guest.Join());
        await server.StopAsync();

        answers.Select(answer => answer.Split("\r\n\r\n")[^1]).Should().Equal(paths.Select(path => $"{path} is served"), "each guest gets what they asked for");
        server.Hits.Should().Be(paths.Length);
        var lines = File.ReadLines(file).Select(line => line.Split("GET ")[^1]).Order();
        lines.Should().Equal(paths.Order(), "each request is a line in the file");
        folder.Delete(recursive: true);
    }
}
