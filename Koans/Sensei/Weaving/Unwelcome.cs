using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>
/// Calls that no koan can be judged with: they end the process, wait for a person, or leave it to chance what happens.
/// </summary>
internal static class Unwelcome
{
    private const string Way = "an exception", Value = "a value in the code", Seed = "a Random with a seed", Print = "Console.WriteLine";

    private static readonly Dictionary<string, string> s_instead = new()
    {
        ["System.Environment::Exit"] = Way,
        ["System.Environment::FailFast"] = Way,
        ["System.Diagnostics.Process::Kill"] = Way,
        ["System.Console::Read"] = Value,
        ["System.Console::ReadKey"] = Value,
        ["System.Console::ReadLine"] = Value,
        ["System.Console::get_In"] = Value,
        ["System.Console::get_KeyAvailable"] = Value,
        ["System.Console::OpenStandardInput"] = Value,
        ["System.Console::OpenStandardOutput"] = Print,
        ["System.Console::OpenStandardError"] = Print,
        ["System.Console::SetIn"] = Value,
        ["System.Console::SetOut"] = Print,
        ["System.Console::SetError"] = Print,
        ["System.Random::get_Shared"] = Seed,
        ["System.Random::.ctor"] = Seed,
        ["System.Security.Cryptography.RandomNumberGenerator::Create"] = Seed,
        ["System.Security.Cryptography.RandomNumberGenerator::Fill"] = Seed,
        ["System.Security.Cryptography.RandomNumberGenerator::GetBytes"] = Seed,
        ["System.Security.Cryptography.RandomNumberGenerator::GetInt32"] = Seed,
        ["System.Guid::NewGuid"] = "a number that counts up",
        ["System.Guid::CreateVersion7"] = "a number that counts up",
    };

    /// <summary>Whether a live koan cannot do with it either: it ends the test run, or takes its console away.</summary>
    internal static bool IsInLive(MethodReference call) =>
        call.DeclaringType.FullName is "System.Environment" or "System.Console";

    /// <summary>What to use instead of a call; null when the call is welcome.</summary>
    internal static string? InsteadOf(MethodReference call)
    {
        var type = call.DeclaringType.FullName;
        var isSeeded = type == "System.Random" && call.Name == ".ctor" && call.Parameters.Count == 1;
        return isSeeded ? null : s_instead.GetValueOrDefault($"{type}::{call.Name}");
    }
}
