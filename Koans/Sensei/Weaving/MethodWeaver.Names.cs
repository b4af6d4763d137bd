using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>The names that stories use for members.</content>
internal sealed partial class MethodWeaver
{
    private static string Member(MethodDefinition method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        while (type.DeclaringType is not null && type.Name.StartsWith('<'))
        {
            // MoveNext of <Cook>d__3 is Cook; a lambda's method is named after the one around it
            if (name == "MoveNext")
            {
                name = type.Name;
            }

            type = type.DeclaringType;
        }

        return $"{Plain(type.Name)}.{Plain(name)}";
    }

    private static string Plain(string name)
    {
        if (name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end)
        {
            name = name[1..end];
        }

        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : name[..tick];
        return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name;
    }
}
