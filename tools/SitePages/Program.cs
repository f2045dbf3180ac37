using Holdfast.Tools.SitePages;

// tools/Site calls it: before docfx with the repository and the folder that docfx reads, after it with the folder that it wrote.
switch (args)
{
    case ["write", var repository, var folder]:
        PageFolder.Write(repository, folder);
        return 0;
    case ["check", var site]:
        IReadOnlyList<string> broken = SiteLinks.Broken(site, out int count);
        foreach (string link in broken)
        {
            // The form in which MSBuild reports what a command prints.
            Console.Error.WriteLine(link);
        }

        Console.WriteLine($"{count} links inside the site, {broken.Count} broken");
        return broken.Count == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("write REPOSITORY FOLDER, or check SITE");
        return 2;
}
