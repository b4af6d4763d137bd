namespace Proofs.Golden.Scenes;

/// <summary>A deadlock with a task that nobody completes.</summary>
public class NobodyCompletes
{
    private readonly TaskCompletionSource<string> _letter = new();
    private readonly TaskCompletionSource _answer = new();

    [Scene]
    public async Task The_letter_is_answered()
    {
        await Task.WhenAll(Task.Run(Write), Task.Run(Answer));
    }

    private async Task Write()
    {
        await _answer.Task;
        _letter.SetResult("Dear Bob");
    }

    private async Task Answer()
    {
        await _letter.Task;
        _answer.SetResult();
    }
}
