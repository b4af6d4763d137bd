using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>Calls out of the woven code whose effects cannot be seen.</summary>
internal static class Outside
{
    private static readonly string[] s_pureTypes =
    [
        "System.String", "System.Object", "System.Math", "System.Array", "System.Nullable`1", "System.TimeSpan", "System.DateTime",
        "System.Linq.Enumerable", "System.Convert", "System.Char", "System.Int32", "System.Int64", "System.Double", "System.Decimal",
        "System.Boolean", "System.Type", "System.ValueType", "System.Enum", "System.Delegate", "System.Threading.Thread",
        "System.Collections.IEnumerator", "System.Collections.Generic.IEnumerator`1",
        "System.Threading.Channels.Channel`2", "System.Runtime.CompilerServices.YieldAwaitable",
        "System.Runtime.CompilerServices.YieldAwaitable/YieldAwaiter",
    ];

    /// <summary>Whether a call may change something that no probe sees, so that a loop that makes it may be working.</summary>
    internal static bool MayChange(MethodReference call)
    {
        var type = call.DeclaringType.GetElementType();
        if (type.Name.StartsWith("Action", StringComparison.Ordinal) || type.Name.StartsWith("Func`", StringComparison.Ordinal)
            || type.Name.StartsWith("ValueTuple", StringComparison.Ordinal) || call.Name == ".ctor"
            || (call.Name is "Yield" or "GetAwaiter" or "ConfigureAwait" && type.Namespace == "System.Threading.Tasks"))
        {
            return false;
        }

        return Array.IndexOf(s_pureTypes, type.FullName) < 0;
    }
}
