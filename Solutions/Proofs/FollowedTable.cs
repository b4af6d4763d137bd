using System.Reflection;
using System.Text.RegularExpressions;
using Sensei.Primitives;
using Sensei.Weaving;

namespace Proofs;

/// <summary>Sensei's README says what the judge follows. It says so from the code: these are its words.</summary>
public class FollowedTable
{
    private const string Begin = "<!-- followed: written by Solutions/Proofs/FollowedTable.cs -->";
    private const string End = "<!-- /followed -->";

    [Fact]
    public void The_readme_says_what_is_followed()
    {
        var readme = File.ReadAllText(Course.InKoans("Sensei", "README.md")).ReplaceLineEndings("\n");
        var written = Regex.Match(readme, $"{Regex.Escape(Begin)}\n(.*?)\n{Regex.Escape(End)}", RegexOptions.Singleline);

        written.Success.Should().BeTrue("the README has a place for the tables");
        (written.Groups[1].Value == Tables()).Should().BeTrue($"the README should have these tables:\n{Tables()}\n");
    }

    private static string Tables() => string.Join('\n',
    [
        "",
        "| type | followed | not yet | file |",
        "|---|---|---|---|",
        .. StandIns().Select(Row),
        "",
        "| collections | in which |",
        "|---|---|",
        $"| {Names(Collections(CollectionUse.Tear))} | a change is two steps: it looks, and then changes what it saw |",
        $"| {Names(Collections(CollectionUse.Write))} | every call is one step |",
        "",
    ]);

    private static IEnumerable<(Type Class, Type Followed)> StandIns() =>
        from type in typeof(Sensei.Judge).Assembly.GetTypes()
        let follows = type.GetCustomAttribute<FollowsAttribute>()
        where follows is not null
        orderby NameOf(follows.Type)
        select (type, follows.Type);

    private static string Row((Type Class, Type Followed) standIn)
    {
        var file = FileOf(standIn.Class);
        var members = standIn.Class.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name);
        return $"| `{NameOf(standIn.Followed)}` | {Names(members)} | {Names(NotYet(standIn.Followed))} | [{file}](Primitives/{file}) |";
    }

    /// <summary>Members of which at least one overload is refused.</summary>
    private static IEnumerable<string> NotYet(Type type) =>
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>()
        where !IsOfObject(member) && !IsObsolete(member)
            && Followed.NeedsFollowing(type.FullName!, member.Name)
            && Followed.StandIn(Signature.Of(type, member.Name, member.GetParameters())) is null
        select member.Name;

    private static bool IsOfObject(MethodBase member) =>
        member is MethodInfo method && method.GetBaseDefinition().DeclaringType == typeof(object);

    private static bool IsObsolete(MethodBase member) =>
        member.IsDefined(typeof(ObsoleteAttribute))
        || member.DeclaringType!.GetProperties().Any(property => property.IsDefined(typeof(ObsoleteAttribute)) && property.GetAccessors().Contains(member));

    /// <summary>The collections that can be changed in a given way.</summary>
    private static IEnumerable<string> Collections(CollectionUse use) =>
        from type in new[] { typeof(List<>), typeof(SortedSet<>), typeof(System.Collections.Concurrent.ConcurrentBag<>) }
            .SelectMany(type => type.Assembly.GetExportedTypes()).Distinct()
        where type.IsClass && Sensei.Weaving.Collections.IsCollection(type.FullName!)
            && Sensei.Weaving.Collections.UseOf(type.FullName!, "Add") == use
        select NameOf(type);

    private static string FileOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        return Path.GetFileName(Directory.EnumerateFiles(Course.InKoans("Sensei", "Primitives"), "*.cs")
            .Order(StringComparer.Ordinal).OrderBy(file => Path.GetFileName(file).Length).First(file => Regex.IsMatch(File.ReadAllText(file), $@"\bclass {name}\b")));
    }

    private static string NameOf(Type type) =>
        (type.DeclaringType is { } outer ? NameOf(outer) + "." : "") + type.Name.Split('`')[0];

    private static string Names(IEnumerable<string> members) => string.Join(", ", members
        .Select(name => name is "New" or ".ctor" ? "the constructor" : Regex.Replace(name, "^(get|set)_", ""))
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(name => name.Contains(' ') ? name : $"`{name}`"));
}
