using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Grader.Compiling;

namespace Grader.Verifying;

/// <summary>Reads a lesson's stubs, as compiled from a submission, before anything of them runs, and refuses what no stub needs.</summary>
internal sealed class Verifier
{
    private static readonly HashSet<OpCode> s_unsafe =
        [OpCodes.Calli, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Jmp, OpCodes.Arglist, OpCodes.Mkrefany, OpCodes.Refanyval, OpCodes.Refanytype];

    private readonly Image _image;
    private readonly string _lesson;
    private readonly string _root;
    private readonly Needs _needs;
    private string? _withoutBody;

    private Verifier(Image image, string lesson, string root, Needs needs) => (_image, _lesson, _root, _needs) = (image, lesson, root, needs);

    private MetadataReader Reader => _image.Reader;

    /// <summary>Checks an assembly of stubs; what is wrong with it is said in one sentence.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="symbols">Its portable symbols.</param>
    /// <param name="lesson">The lesson.</param>
    /// <param name="root">Where its sources lie.</param>
    /// <param name="needs">What the lesson is about.</param>
    public static void Check(byte[] image, byte[] symbols, string lesson, string root, Needs needs)
    {
        using var file = new Image(image, symbols);
        new Verifier(file, lesson, root, needs).Check();
    }

    private void Check()
    {
        if (Reader.GetTableRowCount(TableIndex.ImplMap) > 0 || Reader.GetTableRowCount(TableIndex.ModuleRef) > 0)
        {
            throw new Refused($"A stub of {_lesson} calls native code, which no stub may.");
        }

        foreach (var handle in Reader.TypeDefinitions)
        {
            CheckType(handle);
        }

        // whatever is named outside of methods: in signatures, as a base, as an attribute
        foreach (var type in Reader.TypeReferences.Where(type => !IsAllowed(type)).Select(_image.NameOf).Where(type => !IsForCompiler(type)))
        {
            Refuse(Shown(type), null);
        }

        if (_withoutBody is not null)
        {
            throw new Refused($"{Text.Line(_withoutBody)} in a stub of {_lesson} has no body, and no stub may call what lies outside of it.");
        }
    }

    private void CheckType(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        var name = _image.NameOf(handle);
        var isOfCompiler = name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);
        if (IsOfNet(name))
        {
            throw new Refused($"A stub of {_lesson} declares {Text.Line(Shown(name))}, and names of .NET are .NET's: the runtime goes by them.");
        }

        // two references in one place make one object look like another
        if ((type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout && !isOfCompiler)
        {
            throw new Refused($"{Text.Line(Shown(name))} in a stub of {_lesson} lays out its fields itself, which no stub may.");
        }

        foreach (var methodHandle in type.GetMethods())
        {
            var method = Reader.GetMethodDefinition(methodHandle);
            if (name == "<Module>")
            {
                throw new Refused($"A stub of {_lesson} has a module initialiser, which no stub may: it runs before anything is asked of it.");
            }

            var isNative = (method.ImplAttributes & (MethodImplAttributes.InternalCall | MethodImplAttributes.Native | MethodImplAttributes.Unmanaged)) != 0;
            if (isNative)
            {
                throw new Refused($"A stub of {_lesson} calls native code, which no stub may.");
            }

            // whose body comes from elsewhere: the runtime finds it by the names of attributes
            if (method.RelativeVirtualAddress == 0 && !method.Attributes.HasFlag(MethodAttributes.Abstract) && !IsOfDelegate(type))
            {
                _withoutBody ??= Reader.GetString(method.Name);
            }

            // what the compiler writes for itself, in a type that no source can name
            if (method.RelativeVirtualAddress != 0 && !isOfCompiler)
            {
                CheckBody(methodHandle, method);
            }
        }
    }

    private bool IsOfDelegate(TypeDefinition type) => type.BaseType is { IsNil: false, Kind: HandleKind.TypeReference } parent
        && _image.NameOf((TypeReferenceHandle)parent) == "System.MulticastDelegate";

    /// <summary>Whether a type is called as one of .NET is, and not one that the compiler adds where it needs it.</summary>
    private static bool IsOfNet(string type) =>
        (type.StartsWith("System.", StringComparison.Ordinal) || type.StartsWith("Microsoft.", StringComparison.Ordinal))
        && type is not ("Microsoft.CodeAnalysis.EmbeddedAttribute" or "System.Runtime.CompilerServices.RefSafetyRulesAttribute");

    private void CheckBody(MethodDefinitionHandle handle, MethodDefinition method)
    {
        foreach (var (code, offset, names) in Instructions.Of(_image.Body(method).GetILBytes()!))
        {
            if (s_unsafe.Contains(code))
            {
                Refuse("unsafe code", _image.At(handle, offset));
            }

            if (!names.IsNil && Unwelcome(names) is { } unwelcome)
            {
                Refuse(unwelcome, _image.At(handle, offset));
            }
        }
    }

    /// <summary>What is named, when it may not be used.</summary>
    private string? Unwelcome(EntityHandle names)
    {
        switch (names.Kind)
        {
            case HandleKind.MethodSpecification:
                return Unwelcome(Reader.GetMethodSpecification((MethodSpecificationHandle)names).Method);
            case HandleKind.TypeReference:
                return IsAllowed((TypeReferenceHandle)names) ? null : Shown(_image.NameOf((TypeReferenceHandle)names));
            case HandleKind.MemberReference:
                var member = Reader.GetMemberReference((MemberReferenceHandle)names);
                if (Owner(member.Parent) is not { } owner)
                {
                    return null;
                }

                var name = Reader.GetString(member.Name);
                return Allowed.Type(owner, _needs) && Allowed.Member(owner, name) ? null
                    : name == ".ctor" ? Shown(owner)
                    : $"{Shown(owner)}.{name[(name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? 4 : 0)..]}";
            default:
                return null;
        }
    }

    private string? Owner(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => Foreign((TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => Definition(Reader.GetBlobReader(Reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature)),
        _ => null,
    };

    /// <summary>The generic type of a specification; null for arrays, parameters and the submission's own.</summary>
    private string? Definition(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadSignatureTypeCode(); // class or value type
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type ? Foreign((TypeReferenceHandle)type) : null;
    }

    /// <summary>The name of a type of .NET; null for what the koans give the stubs, of which everything may be used.</summary>
    private string? Foreign(TypeReferenceHandle type) => IsGiven(type) ? null : _image.NameOf(type);

    private bool IsAllowed(TypeReferenceHandle type) => IsGiven(type) || Allowed.Type(_image.NameOf(type), _needs);

    private bool IsGiven(TypeReferenceHandle handle)
    {
        var scope = Reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsGiven((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => Reader.GetString(Reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Compiler.Given,
            _ => false,
        };
    }

    /// <summary>Types that only code uses which the compiler has written for itself; what a source makes of them is found in its methods.</summary>
    private static bool IsForCompiler(string type) => type is "System.Runtime.CompilerServices.Unsafe" or "System.Runtime.InteropServices.MemoryMarshal";

    private void Refuse(string what, (string File, int Line)? at)
    {
        var where = at is not { } place ? $"A stub of {_lesson}"
            : $"{(place.File.StartsWith(_root, StringComparison.Ordinal) ? place.File[_root.Length..] : place.File)}:{place.Line}";
        throw new Refused($"{where} uses {Text.Line(what)}, which stubs of {_lesson} may not.");
    }

    /// <summary>A type as a source would name it.</summary>
    private static string Shown(string type)
    {
        var plain = string.Join('.', type.Split('/').Select(part => part.Split('`')[0]));
        return plain.StartsWith("System.", StringComparison.Ordinal) && plain.Count(letter => letter == '.') == 1 ? plain["System.".Length..] : plain;
    }
}
