namespace Proofs.Oracle;

/// <summary>A variable of a generated program, in an object.</summary>
internal sealed class Cell
{
    public int Value;
}
