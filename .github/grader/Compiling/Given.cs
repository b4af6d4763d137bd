using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Grader.Compiling;

/// <summary>
/// What the files of the koans give the stubs to work with: their public enums, interfaces and delegates. Stubs refer to
/// them and koans refer to stubs, so they are an assembly of their own, that both refer to. What is not part of it is
/// blanked out, so that every line keeps its number.
/// </summary>
internal static class Given
{
    /// <summary>The text with what is given, or the text without it.</summary>
    public static string Of(string text, CSharpParseOptions language, bool given)
    {
        var root = CSharpSyntaxTree.ParseText(text, language).GetCompilationUnitRoot();
        var types = root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>().Where(member => member is not BaseNamespaceDeclarationSyntax);
        var letters = text.ToCharArray();
        foreach (var type in types.Where(type => IsGiven(type) != given))
        {
            for (var i = type.Span.Start; i < type.Span.End; i++)
            {
                letters[i] = letters[i] is '\r' or '\n' ? letters[i] : ' ';
            }
        }

        return new string(letters);
    }

    private static bool IsGiven(MemberDeclarationSyntax member) =>
        member is EnumDeclarationSyntax or InterfaceDeclarationSyntax or DelegateDeclarationSyntax && member.Modifiers.Any(SyntaxKind.PublicKeyword);
}
