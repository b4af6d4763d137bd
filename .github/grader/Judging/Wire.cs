using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Grader.Judging;

/// <summary>
/// Messages from the judge's process to the grader. Each is sealed with a key that both know, and numbered: what anybody
/// else writes into the line, repeats or leaves out breaks the seal, and the line counts as ended.
/// </summary>
internal sealed class Wire(Stream line, byte[] key)
{
    private const int Longest = 64 << 20;
    private long _number;

    /// <summary>Sends a message.</summary>
    public void Send(byte[] message)
    {
        var head = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(head, message.Length);
        line.Write([.. head, .. Seal(message), .. message]);
        line.Flush();
        _number++;
    }

    /// <summary>The next message; null when there is none that is genuine.</summary>
    public async Task<byte[]?> Receive(CancellationToken stop)
    {
        try
        {
            var head = new byte[4 + HMACSHA256.HashSizeInBytes];
            await line.ReadExactlyAsync(head, stop);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (length is < 0 or > Longest)
            {
                return null;
            }

            var message = new byte[length];
            await line.ReadExactlyAsync(message, stop);
            var isGenuine = CryptographicOperations.FixedTimeEquals(head.AsSpan(4), Seal(message));
            _number++;
            return isGenuine ? message : null;
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
    }

    private byte[] Seal(byte[] message)
    {
        var number = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, _number);
        byte[] numbered = [.. number, .. message];
        return HMACSHA256.HashData(key, numbered);
    }
}
