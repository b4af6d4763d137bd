using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 18-WebServer judge the untouched stubs.</summary>
internal static class WebServer
{
    public static readonly StubRow[] Rows =
    [
        new("A_slow_guest_does_not_hold_up_the_next", VerdictKind.Hung, "MiniServer.cs"),
        new("Requests_come_in_pieces_and_the_answer_is_HTTP", VerdictKind.WrongResult, "Http.cs"),
        new("A_rude_guest_does_not_kill_the_server", VerdictKind.WrongResult, "MiniServer.cs"),
        new("Every_request_is_in_the_file_exactly_once", VerdictKind.WrongResult, "AccessLog.cs"),
        new("Stop_serves_those_inside_flushes_frees_the_port_and_lets_the_process_end", VerdictKind.WrongResult, "MiniServer.cs"),
    ];
}
