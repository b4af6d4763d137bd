namespace Sensei.Primitives;

/// <summary>
/// Says that the public static methods of a class stand in for the members of a type: same name, the receiver first
/// where there is one, then the parameters, then the number of the woven site. The weaver puts them in by this rule.
/// </summary>
/// <param name="type">The type whose members are followed.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FollowsAttribute(Type type) : Attribute
{
    internal Type Type { get; } = type;
}
