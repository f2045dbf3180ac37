using System.Text.Json;

namespace Holdfast.Local.Processes;

/// <summary>
/// A program in the output folder of a project that references it, such as a test project. What that project's frameworks bring is not copied there, so a
/// console application beside tests that use ASP.NET Core lacks libraries. It runs with the frameworks and libraries of that project then.
/// </summary>
internal static class CopiedProgram
{
    /// <summary>The list of libraries of this process: the first is that of its program.</summary>
    private const string OwnLists = "APP_CONTEXT_DEPS_FILES";

    /// <summary>What to hand to <c>dotnet</c> before the program's path.</summary>
    /// <param name="assembly">The program's path.</param>
    public static string[] Arguments(string assembly) =>
        Arguments(assembly, (AppContext.GetData(OwnLists) as string)?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault());

    /// <summary>The same, of a process with a given list of libraries.</summary>
    internal static string[] Arguments(string assembly, string? list)
    {
        string folder = Path.GetDirectoryName(assembly) ?? "";
        if (list is null || Path.GetDirectoryName(list) != folder || !Path.ChangeExtension(list, null).EndsWith(".deps", StringComparison.Ordinal))
        {
            return [];
        }

        string configuration = list[..^".deps.json".Length] + ".runtimeconfig.json";
        return File.Exists(list) && File.Exists(configuration) && LacksLibraries(folder, Path.ChangeExtension(assembly, ".deps.json"))
            ? ["exec", "--depsfile", list, "--runtimeconfig", configuration]
            : [];
    }

    private static bool LacksLibraries(string folder, string list)
    {
        try
        {
            using JsonDocument read = JsonDocument.Parse(File.ReadAllText(list));
            return read.RootElement.GetProperty("targets").EnumerateObject()
                .SelectMany(target => target.Value.EnumerateObject())
                .Where(library => library.Value.TryGetProperty("runtime", out _))
                .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject())
                .Any(file => !File.Exists(Path.Combine(folder, Path.GetFileName(file.Name))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Without a list that can be read, dotnet says better what is missing.
            return false;
        }
    }
}
