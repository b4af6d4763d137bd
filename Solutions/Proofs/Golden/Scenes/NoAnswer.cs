namespace Proofs.Golden.Scenes;

/// <summary>Live: an await that does not come back.</summary>
public class NoAnswer
{
    [Scene(Patience = 2)]
    public async Task Every_guest_gets_an_answer()
    {
        var answer = new TaskCompletionSource<string>();
        await Task.Run(() => "soup");

        await answer.Task;
    }
}
