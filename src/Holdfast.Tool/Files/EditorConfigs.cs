using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tool.Files;

/// <summary>
/// What <c>.editorconfig</c> and <c>.globalconfig</c> above files say, read as the compiler reads them: from each folder above a
/// file, up to one with <c>root = true</c>.
/// </summary>
internal sealed class EditorConfigs
{
    private static readonly string[] Names = [".editorconfig", ".globalconfig"];

    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, string>> _files = new(StringComparer.Ordinal);

    private readonly AnalyzerConfigSet? _set;

    private EditorConfigs(AnalyzerConfigSet? set) => _set = set;

    /// <summary>Those above files.</summary>
    /// <param name="paths">Full paths of the files.</param>
    public static EditorConfigs Above(IEnumerable<string> paths)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var configs = new List<AnalyzerConfig>();
        foreach (string path in paths)
        {
            for (string? folder = Path.GetDirectoryName(path); folder is { Length: > 0 } && folders.Add(folder); folder = Path.GetDirectoryName(folder))
            {
                configs.AddRange(Names
                    .Select(name => Path.Combine(folder, name))
                    .Where(File.Exists)
                    .Select(static file => AnalyzerConfig.Parse(FileTexts.Read(file), file)));
            }
        }

        return new EditorConfigs(configs.Count == 0 ? null : AnalyzerConfigSet.Create(configs, out _));
    }

    /// <summary>The value of a key for a file; null where no section says one.</summary>
    public string? ValueOf(string path, string key) =>
        _set is not null && _files.GetOrAdd(path, Read).TryGetValue(key, out string? value) ? value : null;

    /// <summary>The severity that <c>.globalconfig</c> gives a rule by the compiler's own key, which counts for every file; null where it gives none.</summary>
    public ReportDiagnostic? GlobalSeverityOf(string id) =>
        _set is not null && _set.GlobalConfigOptions.TreeOptions.TryGetValue(id, out ReportDiagnostic severity) && severity != ReportDiagnostic.Default ? severity : null;

    private ImmutableDictionary<string, string> Read(string path) =>
        _set!.GlobalConfigOptions.AnalyzerOptions.SetItems(_set.GetOptionsForSourcePath(path).AnalyzerOptions).WithComparers(StringComparer.OrdinalIgnoreCase);
}
