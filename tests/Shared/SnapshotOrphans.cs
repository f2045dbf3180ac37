using System.Reflection;

namespace Holdfast.Tests.Shared;

/// <summary>Finds snapshots that no test compares any more: a renamed test leaves its old file behind unseen.</summary>
internal static class SnapshotOrphans
{
    public static IReadOnlyList<string> Find(string directory, Assembly tests)
    {
        var stems = tests.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => SnapshotName.OfClass(type) + "." + method.Name))
            .ToHashSet();
        return
        [
            .. from path in Directory.EnumerateFiles(directory, "*.verified.*", SearchOption.AllDirectories)
               let relative = Path.GetRelativePath(directory, path).Replace('\\', '/')
               where !relative.StartsWith("bin/", StringComparison.Ordinal)
                   && !relative.StartsWith("obj/", StringComparison.Ordinal)
               let name = Path.GetFileName(path)
               where !StemsOf(name[..name.LastIndexOf(".verified.", StringComparison.Ordinal)]).Any(stems.Contains)
               orderby relative
               select relative,
        ];
    }

    /// <summary>The name itself, and what is before each <c>_</c> and <c>#</c>, since methods hold <c>_</c> too.</summary>
    private static IEnumerable<string> StemsOf(string name)
    {
        yield return name;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] is '_' or '#')
            {
                yield return name[..i];
            }
        }
    }
}
