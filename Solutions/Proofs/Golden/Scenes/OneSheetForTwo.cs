namespace Proofs.Golden.Scenes;

/// <summary>Two write on one sheet, each with a pen of their own.</summary>
public class OneSheetForTwo
{
    private readonly MemoryStream _sheet = new();

    [Scene]
    public void Two_cooks_write_their_orders_on_one_sheet()
    {
        var alice = new Thread(() => Write("soup")) { Name = "Alice" };
        var bob = new Thread(() => Write("rice")) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        _sheet.Length.Should().Be(8);
    }

    private void Write(string order)
    {
        using var pen = new StreamWriter(_sheet, leaveOpen: true);
        pen.Write(order);
    }
}
