using System.Xml.Linq;

namespace Figures.Unwoven;

/// <summary>A test project with the packages of the course and one test that does nothing, in a temporary folder.</summary>
internal sealed class EmptyProject : IDisposable
{
    private static readonly string[] s_packages =
        ["AngleSharp", "coverlet.collector", "FluentAssertions", "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio"];

    internal EmptyProject()
    {
        Folder = Directory.CreateTempSubdirectory("empty-project-").FullName;
        var versions = XDocument.Load(Path.Combine(Place.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);
        var project = new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", "net10.0"),
                new XElement("ImplicitUsings", "enable"),
                new XElement("Nullable", "enable"),
                new XElement("IsTestProject", "true")),
            new XElement(
                "ItemGroup",
                new XElement("FrameworkReference", new XAttribute("Include", "Microsoft.AspNetCore.App")),
                s_packages.Select(package => new XElement(
                    "PackageReference", new XAttribute("Include", package), new XAttribute("Version", versions[package])))));
        File.WriteAllText(Path.Combine(Folder, "Empty.csproj"), project.ToString());
        File.WriteAllText(
            Path.Combine(Folder, "Empty.cs"),
            """
            public class Empty
            {
                [Xunit.Fact]
                public void Nothing()
                {
                }
            }
            """);
        File.Copy(Path.Combine(Place.Root, "global.json"), Path.Combine(Folder, "global.json"));
    }

    internal string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
