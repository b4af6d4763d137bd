namespace Proofs.Golden.Scenes;

/// <summary>A wrong result: a struct is copied field by field, and the copy is half of one order and half of another.</summary>
public class HalfAnOrder
{
    private Order _next = new("soup", 5);

    [Scene]
    public void The_order_is_one_that_somebody_gave()
    {
        Order cooked = default;
        var waiter = new Thread(() => _next = new Order("cake", 7)) { Name = "waiter" };
        var cook = new Thread(() => cooked = _next) { Name = "cook" };

        waiter.Start();
        cook.Start();
        waiter.Join();
        cook.Join();

        cooked.Should().BeOneOf(new Order("soup", 5), new Order("cake", 7));
    }

    /// <summary>What is to be cooked, and where it goes.</summary>
    /// <param name="Dish">The dish.</param>
    /// <param name="Table">The number of the table.</param>
    public readonly record struct Order(string Dish, int Table);
}
