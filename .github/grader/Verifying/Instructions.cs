using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Grader.Verifying;

/// <summary>The instructions of a method's body, so far as they name something.</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Every instruction with its offset, and what it names; a nil handle where it names nothing.</summary>
    public static IEnumerable<(OpCode Code, int Offset, EntityHandle Names)> Of(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var offset = at;
            var value = body[at++] is 0xFE and var prefix ? (prefix << 8) | body[at++] : body[at - 1];
            var code = s_codes[value];
            EntityHandle names = default;
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    names = MetadataTokens.EntityHandle(BitConverter.ToInt32(body, at));
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + 4 * BitConverter.ToInt32(body, at);
                    break;
                default:
                    at += Size(code.OperandType);
                    break;
            }

            yield return (code, offset, names);
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
