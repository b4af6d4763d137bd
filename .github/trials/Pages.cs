namespace Trials;

/// <summary>Has pages read by real parsers, which are fetched into a temporary folder. Where there is no node, they are not read.</summary>
internal static class Pages
{
    /// <summary>What is wrong with pages, in sentences.</summary>
    public static IReadOnlyList<string> Read(string root, string folder, IReadOnlyList<string> files)
    {
        var packages = Directory.CreateDirectory(Path.Combine(folder, "packages")).FullName;
        try
        {
            var (_, errors, installed) = Repository.Try("npm", packages, ["install", "--silent", "--no-audit", "--no-fund", "mermaid@11", "jsdom@26", "markdown-it@14", "linkify-it@5"]);
            if (installed != 0)
            {
                Console.WriteLine($"  The pages were not read: the parsers cannot be fetched. {errors.Trim()}");
                return [];
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("  The pages were not read: there is no npm.");
            return [];
        }

        var (output, said, exit) = Repository.Try("node", packages, [Path.Combine(root, ".github", "trials", "parse.mjs"), .. files]);
        Console.Write(output);
        return exit == 0 ? [] : [$"The pages are not as they should be. {output} {said}"];
    }
}
