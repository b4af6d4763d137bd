using Xunit.Abstractions;

namespace Proofs;

/// <summary>
/// The fixes of stubs that are also run on real threads, or in processes: there a wrong one may have to be waited for. Each
/// of these lessons is a class of its own, so that they wait together.
/// </summary>
public abstract class LiveVariantProofs(ITestOutputHelper output) : FixProofs(output)
{
    /// <summary>The lessons that have a class here.</summary>
    internal static IReadOnlyList<string> Lessons { get; } = [Background.Lesson, PoolAndTasks.Lesson, WebServer.Lesson, Crawler.Lesson, Exam.Lesson];

    /// <summary>The variants of one lesson.</summary>
    public static TheoryData<string, string, string, string> Of(string lesson) => Of(lesson.Equals);

    public class Background(ITestOutputHelper output) : LiveVariantProofs(output)
    {
        internal const string Lesson = "11-Background";

        [OnRequest]
        [MemberData(nameof(Of), Lesson)]
        public void Fix(string lesson, string stub, string variant, string verdict) => Judge(lesson, stub, variant, verdict);
    }

    public class PoolAndTasks(ITestOutputHelper output) : LiveVariantProofs(output)
    {
        internal const string Lesson = "12-PoolAndTasks";

        [OnRequest]
        [MemberData(nameof(Of), Lesson)]
        public void Fix(string lesson, string stub, string variant, string verdict) => Judge(lesson, stub, variant, verdict);
    }

    public class WebServer(ITestOutputHelper output) : LiveVariantProofs(output)
    {
        internal const string Lesson = "18-WebServer";

        [OnRequest]
        [MemberData(nameof(Of), Lesson)]
        public void Fix(string lesson, string stub, string variant, string verdict) => Judge(lesson, stub, variant, verdict);
    }

    public class Crawler(ITestOutputHelper output) : LiveVariantProofs(output)
    {
        internal const string Lesson = "19-Crawler";

        [OnRequest]
        [MemberData(nameof(Of), Lesson)]
        public void Fix(string lesson, string stub, string variant, string verdict) => Judge(lesson, stub, variant, verdict);
    }

    public class Exam(ITestOutputHelper output) : LiveVariantProofs(output)
    {
        internal const string Lesson = "20-Exam";

        [OnRequest]
        [MemberData(nameof(Of), Lesson)]
        public void Fix(string lesson, string stub, string variant, string verdict) => Judge(lesson, stub, variant, verdict);
    }
}
