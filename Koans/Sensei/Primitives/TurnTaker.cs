using System.Globalization;
using System.Text;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// What <see cref="TextWriter.Synchronized"/> makes: every call has the writer to itself, by the monitor that .NET's own
/// holds meanwhile, and its async ones are done when they return.
/// </summary>
internal sealed class TurnTaker(TextWriter writer) : TextWriter(CultureInfo.InvariantCulture)
{
    /// <inheritdoc/>
    public override Encoding Encoding => writer.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Turn("Write", () => writer.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Turn("Write", () => writer.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Turn("Write", () => writer.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(bool value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(char value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(int value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(uint value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(long value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(ulong value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(float value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(double value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(decimal value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(object? value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Turn("WriteLine", () => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void WriteLine(char[]? buffer) => Turn("WriteLine", () => writer.WriteLine(buffer));

    /// <inheritdoc/>
    public override void WriteLine() => Turn("WriteLine", writer.WriteLine);

    /// <inheritdoc/>
    public override void Write(string format, object? arg0) => Write(string.Format(FormatProvider, format, arg0));

    /// <inheritdoc/>
    public override void Write(string format, object? arg0, object? arg1) => Write(string.Format(FormatProvider, format, arg0, arg1));

    /// <inheritdoc/>
    public override void WriteLine(string format, object? arg0) => WriteLine(string.Format(FormatProvider, format, arg0));

    /// <inheritdoc/>
    public override void WriteLine(string format, object? arg0, object? arg1) => WriteLine(string.Format(FormatProvider, format, arg0, arg1));

    /// <inheritdoc/>
    public override void WriteLine(string format, params object?[] arg) => WriteLine(string.Format(FormatProvider, format, arg));

    /// <inheritdoc/>
    public override Task WriteAsync(char value) => Done(() => Write(value));

    /// <inheritdoc/>
    public override Task WriteAsync(string? value) => Done(() => Write(value));

    /// <inheritdoc/>
    public override Task WriteLineAsync() => Done(WriteLine);

    /// <inheritdoc/>
    public override Task WriteLineAsync(char value) => Done(() => WriteLine(value));

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value) => Done(() => WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Turn("Flush", writer.Flush);

    /// <inheritdoc/>
    public override Task FlushAsync() => Done(Flush);

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : FlushAsync();

    /// <inheritdoc/>
    public override void Close() => Turn("Close", writer.Close);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Turn("Dispose", writer.Dispose);
        }
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private void Turn(string member, Action action)
    {
        var site = Strand.Current?.CalledFrom ?? -1;
        Monitors.Enter(this, site);
        try
        {
            CollectionProbes.Tear(writer, member, site);
            action();
        }
        finally
        {
            Monitors.Exit(this, site);
        }
    }
}
