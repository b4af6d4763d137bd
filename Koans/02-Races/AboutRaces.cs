namespace Koans.Races;

public class AboutRaces
{
    [Koan]
    public void Two_cooks_count_every_plate()
    {
        var counter = new PlateCounter();
        var alice = new Thread(counter.Add) { Name = "Alice" };
        var bob = new Thread(counter.Add) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        counter.Total.Should().Be(2, "Alice and Bob each put down one plate");
        counter.Add();
        counter.Total.Should().Be(3, "one more plate was put down");
    }

    [Koan(Order = typeof(LowestTotal))]
    public void You_can_reach_the_lowest_total()
    {
        var total = 0;
        var alice = new Thread(PutDownThree) { Name = "Alice" };
        var bob = new Thread(PutDownThree) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        total.Should().Be(2, "there is an order in which four of the six plates are lost");

        void PutDownThree()
        {
            for (var plate = 1; plate <= 3; plate++)
            {
                total++;
            }
        }
    }

    [Koan]
    public void The_account_never_goes_below_zero_and_adds_up()
    {
        var account = new Account();
        account.Deposit(100);
        var toAlice = 0;
        var toBob = 0;
        var alice = new Thread(() => toAlice = account.Withdraw(80) ? 80 : 0) { Name = "Alice" };
        var bob = new Thread(() =>
        {
            account.Deposit(50);
            toBob = account.Withdraw(80) ? 80 : 0;
        })
        { Name = "Bob" };

        alice.Start();
        bob.Start();
        var glance = account.Balance;
        alice.Join();
        bob.Join();
        var paidOut = toAlice + toBob;

        glance.Should().BeGreaterThanOrEqualTo(0, "the account is never overdrawn");
        paidOut.Should().Be(80, "150 is enough for one withdrawal of 80 and not for two");
        account.Balance.Should().Be(70, "150 came in and 80 went out");
        account.Withdraw(70).Should().BeTrue("70 are left");
        account.Balance.Should().Be(0, "everything went out");
    }

    [Koan(ForbidDataRaces = true)]
    public void Every_order_lands_in_the_list()
    {
        var book = new OrderBook();
        var alice = new Thread(() =>
        {
            book.Take("soup");
            book.Take("bread");
        })
        { Name = "Alice" };
        var bob = new Thread(() => book.Take("fish")) { Name = "Bob" };

        alice.Start();
        bob.Start();
        var glance = book.Orders;
        alice.Join();
        bob.Join();

        glance.Should().NotContainNulls("the kitchen sees orders that were taken, and nothing else");
        book.Orders.Should().HaveCount(3, "Alice took two orders and Bob one");
        book.Take("tea");
        book.Orders.Should().HaveCount(4, "one more order was taken");
    }

    [Koan]
    public void Balance_and_number_of_operations_agree()
    {
        var account = new Account();
        var alice = new Thread(() =>
        {
            account.Deposit(20);
            account.Withdraw(5);
        })
        { Name = "Alice" };

        account.Withdraw(5).Should().BeFalse("there is nothing on it yet");
        alice.Start();
        var (balance, operations) = account.Snapshot();
        alice.Join();
        var atLast = account.Snapshot();

        var due = operations switch { 0 => 0, 1 => 20, _ => 15 };
        balance.Should().Be(due, "that is the balance after {0} of the operations", operations);
        atLast.Operations.Should().Be(2, "Alice put 20 in and took 5 out");
        atLast.Balance.Should().Be(15, "Alice put 20 in and took 5 out");
        account.Deposit(10);
        account.Snapshot().Should().Be((25, 3), "another 10 were put in");
    }
}
