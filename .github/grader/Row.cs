namespace Grader;

/// <summary>A submission and what came of it.</summary>
/// <param name="Path">Its folder, as it was named.</param>
/// <param name="Ref">What of it was asked for.</param>
/// <param name="Commit">The commit that was graded; empty when it did not come to that, or it is a working tree.</param>
/// <param name="Exit">The exit code that it would have by itself.</param>
/// <param name="Said">Why it was not graded; empty when it was.</param>
/// <param name="Grade">Its grade; null when it was not graded.</param>
/// <param name="Total">How many koans there are.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Row(string Path, string Ref, string Commit, int Exit, string Said, Grade? Grade, int Total, TimeSpan Took);
