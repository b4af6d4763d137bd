using Xunit.Abstractions;

namespace Proofs;

/// <summary>The fixes of stubs that are also run on real threads: beside the others, since they wait more than they work.</summary>
public class LiveVariantProofs(ITestOutputHelper output) : FixProofs(output)
{
    public static TheoryData<string, string, string, string> Fixes => Of(HasLiveKoans);

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix(string lesson, string stub, string variant, string verdict) => Judge(lesson, stub, variant, verdict);
}
