using Sensei.Search;

namespace Proofs.Litmus;

/// <summary>An order written as a token is the same order when it is read again, and a token stays short.</summary>
public class TokensTests
{
    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 0, 0, 0, 1, 2, 1 }, "a3bcb")]
    [InlineData(new[] { 0, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 0 }, "a.bc.5a")]
    [InlineData(new[] { 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 0 }, ".b2c.4a")]
    [InlineData(new[] { 26, 27, 51 }, "ABZ")]
    public void A_token_is_the_order(int[] schedule, string token)
    {
        Tokens.Write(schedule, null).Should().Be(token);
        Tokens.Read(token)!.Value.Schedule.Should().Equal(schedule);
    }

    [Theory]
    [InlineData("a.bc")]
    [InlineData("a.bc.")]
    [InlineData(".b?.3")]
    [InlineData("a?")]
    [InlineData(".bc.999999999")]
    public void What_is_no_token_is_told_apart(string token) => Tokens.Read(token).Should().BeNull();

    [Fact]
    public void Going_round_a_thousand_times_makes_no_long_token() =>
        Tokens.Write([.. Enumerable.Range(0, 5_000).Select(i => i / 2 % 3)], null).Length.Should().BeLessThan(20);
}
