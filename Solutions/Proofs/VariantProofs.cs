using Xunit.Abstractions;

namespace Proofs;

/// <summary>The fixes of all stubs but those of <see cref="LiveVariantProofs"/>.</summary>
public class VariantProofs(ITestOutputHelper output) : FixProofs(output)
{
    public static TheoryData<string, string, string, string> Fixes => Of(lesson => !LiveVariantProofs.Lessons.Contains(lesson));

    [OnRequest]
    [MemberData(nameof(Fixes))]
    public void Fix(string lesson, string stub, string variant, string verdict) => Judge(lesson, stub, variant, verdict);

    [Fact]
    public void Every_stub_has_wrong_and_right_fixes()
    {
        var stubs = Course.Lessons.SelectMany(lesson => Course.StubsOf(lesson).Select(stub => (lesson, stub))).ToList();

        Course.Variants.Where(variant => variant.IsRight).Select(variant => (variant.Lesson, variant.Stub)).Should().Contain(stubs);
        Course.Variants.Where(variant => !variant.IsRight).Select(variant => (variant.Lesson, variant.Stub)).Should().Contain(stubs);
    }
}
