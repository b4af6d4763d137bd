using System.Reflection;
using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>What a koan finds out about the untouched stubs.</summary>
/// <param name="Koan">The name of the koan's method.</param>
/// <param name="Verdict">Its verdict: the reason its lesson is about.</param>
/// <param name="File">The file its story tells the learner to look at.</param>
internal sealed record StubRow(string Koan, VerdictKind Verdict, string File)
{
    /// <summary>The rows of a lesson, from the class with the name of its folder: "02-Races" has <see cref="Races"/>.</summary>
    public static IReadOnlyList<StubRow> Of(string lesson) =>
        typeof(StubRow).Assembly.GetType($"{typeof(StubRow).Namespace}.{lesson[3..]}")
            ?.GetField("Rows", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as StubRow[]
        ?? throw new InvalidOperationException($"Solutions/Proofs/Stubs has no class {lesson[3..]} with the rows of {lesson}.");
}
