using System.Reflection;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using Grader.Compiling;

namespace Grader.Verifying;

/// <summary>
/// Compares what the koans use of the stubs with what a submission's stubs have. The koans were compiled against the
/// course's own, so whatever they use has to be there with the same name, parameters and type.
/// </summary>
internal sealed partial class Shape
{
    private readonly Image _koans;
    private readonly Image _course;
    private readonly Image _submission;
    private readonly Dictionary<string, TypeDefinitionHandle> _courseTypes;
    private readonly Dictionary<string, TypeDefinitionHandle> _types;

    private Shape(Image koans, Image course, Image submission)
    {
        (_koans, _course, _submission) = (koans, course, submission);
        _courseTypes = Types(course);
        _types = Types(submission);
    }

    /// <summary>Refuses stubs that lack something the koans use.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="submitted">The submission's assembly of its stubs.</param>
    public static void Check(CourseLesson lesson, byte[] submitted)
    {
        using var koans = new Image(lesson.Images[Compiler.Koans + ".dll"], null);
        using var course = new Image(lesson.Images[Compiler.Stubs + ".dll"], null);
        using var submission = new Image(submitted, null);
        var shape = new Shape(koans, course, submission);
        if (shape.Types().Concat(shape.Members()).FirstOrDefault() is { } missing)
        {
            throw new Refused($"The koans of {lesson.Name} use {missing}; the submission does not have it any more as the course wrote it.");
        }
    }

    private static Dictionary<string, TypeDefinitionHandle> Types(Image image) =>
        image.Reader.TypeDefinitions.Where(handle => !image.NameOf(handle).StartsWith('<')).ToDictionary(image.NameOf);

    private IEnumerable<string> Types() =>
        from handle in _koans.Reader.TypeReferences
        where IsOfStubs(handle)
        let name = _koans.NameOf(handle)
        where !_types.TryGetValue(name, out var has) || !IsSameKind(_course, _courseTypes[name], _submission, has)
        select $"{Kind(_course, _courseTypes[name])} {Plain(name)}";

    private IEnumerable<string> Members()
    {
        foreach (var handle in _koans.Reader.MemberReferences)
        {
            var member = _koans.Reader.GetMemberReference(handle);
            if (Owner(member.Parent) is not { } owner)
            {
                continue;
            }

            var name = _koans.Reader.GetString(member.Name);
            var (wanted, shown) = member.GetKind() == MemberReferenceKind.Method
                ? Method(name, member.DecodeMethodSignature(new TypeNames(_koans), null))
                : Field(name, member.DecodeFieldSignature(new TypeNames(_koans), null));
            if (!Has(owner, wanted))
            {
                yield return $"{Plain(owner)}.{shown}".Replace("..ctor", "", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Whether a type, or one it is derived from, has a member that may be used from outside.</summary>
    private bool Has(string owner, string wanted)
    {
        for (var name = owner; _types.TryGetValue(name, out var handle);)
        {
            var type = _submission.Reader.GetTypeDefinition(handle);
            var names = new TypeNames(_submission);
            var methods = type.GetMethods().Select(_submission.Reader.GetMethodDefinition)
                .Where(method => (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Assembly or MethodAttributes.FamORAssem)
                .Select(method => Method(_submission.Reader.GetString(method.Name), method.DecodeSignature(names, null)));
            var fields = type.GetFields().Select(_submission.Reader.GetFieldDefinition)
                .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Assembly or FieldAttributes.FamORAssem)
                .Select(field => Field(_submission.Reader.GetString(field.Name), field.DecodeSignature(names, null)));
            if (methods.Concat(fields).Any(member => member.Exact == wanted))
            {
                return true;
            }

            name = BaseOf(_submission, type);
        }

        return false;
    }

    private static (string Exact, string Shown) Method(string name, MethodSignature<string> signature)
    {
        var parameters = string.Join(", ", signature.ParameterTypes);
        var exact = $"{(signature.Header.IsInstance ? "" : "static ")}{signature.ReturnType} {name}`{signature.GenericParameterCount}({parameters})";
        var shown = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal)
            ? $"{name[4..]}, {Plain(name[0] == 'g' ? signature.ReturnType : signature.ParameterTypes[^1])}"
            : $"{name}({Plain(parameters)})" + (signature.ReturnType == "void" ? "" : $", {Plain(signature.ReturnType)}");
        return (exact, shown);
    }

    private static (string Exact, string Shown) Field(string name, string type) => ($"field {type} {name}", $"{name}, {Plain(type)}");

    private bool IsOfStubs(TypeReferenceHandle handle)
    {
        var scope = _koans.Reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfStubs((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => _koans.Reader.GetString(_koans.Reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Compiler.Stubs,
            _ => false,
        };
    }

    /// <summary>The name of the stubs' type that a member is of; null for other types.</summary>
    private string? Owner(EntityHandle parent)
    {
        var type = parent;
        if (parent.Kind == HandleKind.TypeSpecification)
        {
            var signature = _koans.Reader.GetBlobReader(_koans.Reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            {
                return null;
            }

            signature.ReadSignatureTypeCode();
            type = signature.ReadTypeHandle();
        }

        return type.Kind == HandleKind.TypeReference && IsOfStubs((TypeReferenceHandle)type) ? _koans.NameOf((TypeReferenceHandle)type) : null;
    }

    /// <summary>Code that was compiled for a class cannot use a struct, nor pass what it makes as something it no longer is.</summary>
    private static bool IsSameKind(Image one, TypeDefinitionHandle oneHandle, Image other, TypeDefinitionHandle otherHandle)
    {
        var (mine, theirs) = (one.Reader.GetTypeDefinition(oneHandle), other.Reader.GetTypeDefinition(otherHandle));
        return Kind(one, oneHandle) == Kind(other, otherHandle)
            && BaseOf(one, mine) == BaseOf(other, theirs)
            && mine.GetGenericParameters().Count == theirs.GetGenericParameters().Count
            && Interfaces(one, mine).IsSubsetOf(Interfaces(other, theirs));
    }

    private static string Kind(Image image, TypeDefinitionHandle handle)
    {
        var type = image.Reader.GetTypeDefinition(handle);
        var isAbstract = type.Attributes.HasFlag(TypeAttributes.Abstract);
        return type.Attributes.HasFlag(TypeAttributes.Interface) ? "the interface"
            : BaseOf(image, type) switch
            {
                "System.ValueType" => "the struct",
                "System.Enum" => "the enum",
                "System.MulticastDelegate" => "the delegate",
                _ => isAbstract && type.Attributes.HasFlag(TypeAttributes.Sealed) ? "the static class" : isAbstract ? "the abstract class" : "the class",
            };
    }

    private static string BaseOf(Image image, TypeDefinition type) => Name(image, type.BaseType);

    private static HashSet<string> Interfaces(Image image, TypeDefinition type) =>
        [.. type.GetInterfaceImplementations().Select(handle => Name(image, image.Reader.GetInterfaceImplementation(handle).Interface))];

    private static string Name(Image image, EntityHandle type) => type.Kind switch
    {
        _ when type.IsNil => "",
        HandleKind.TypeReference => image.NameOf((TypeReferenceHandle)type),
        HandleKind.TypeDefinition => image.NameOf((TypeDefinitionHandle)type),
        _ => image.Reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(new TypeNames(image), null),
    };

    /// <summary>Names as a source has them: without their namespaces and numbers.</summary>
    private static string Plain(string names) => Namespaces().Replace(names, "").Replace('/', '.');

    [GeneratedRegex(@"([A-Za-z_]\w*\.)+(?=[A-Za-z_])|`\d+")]
    private static partial Regex Namespaces();
}
