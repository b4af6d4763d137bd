using System.Text.RegularExpressions;

namespace Koans.Ends;

/// <summary>
/// What ends the whole process, or uses a core until the process ends, whatever a judge inside it may do. Each has a
/// process of its own.
/// </summary>
public class AboutEnds
{
    // Says: used up its stack
    [Koan]
    public void The_stack_is_used_up_at_one_stroke()
    {
        Span<byte> much = stackalloc byte[100_000_000];
        much[^1] = 1;
        much[0] = 1;
    }

    // Says: ended the whole process
    [Koan]
    public void The_process_is_ended_behind_the_back_of_the_judge() =>
        typeof(Environment).GetMethod("Exit")!.Invoke(null, [0]);

    // Says: something that Sensei cannot see
    [Koan]
    public void A_regular_expression_tries_everything() =>
        Regex.IsMatch(new string('a', 40) + "!", "^(a+)+$").Should().BeFalse();
}
