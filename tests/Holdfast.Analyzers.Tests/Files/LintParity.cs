using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Model.Views;
using Holdfast.Tests.Shared;
using Holdfast.Tool.Files;
using Holdfast.Tool.Linting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>
/// Whatever a test of this assembly finds in manifests alone, <c>holdfast lint</c> finds too: each <see cref="ManifestRun"/>
/// without sources is compared, id by id, place by place and word by word.
/// </summary>
internal static class LintParity
{
    private const string Shipped = "/kubernetes.shipped/";

    private static int Runs;

    /// <summary>How many runs were compared.</summary>
    public static int Compared => Runs;

    [ModuleInitializer]
    internal static void Watch() => ManifestRun.Found = Compare;

    private static void Compare(IReadOnlyList<AdditionalText> files, Func<string, string, string?> settings, ImmutableArray<Diagnostic> found)
    {
        Interlocked.Increment(ref Runs);
        InputFile[] inputs =
        [
            .. files.Select(static file => new InputFile(file.Path, file.GetText()!)
            {
                ShippedPath = file.Path.IndexOf(Shipped, StringComparison.Ordinal) is var at and >= 0 ? file.Path[(at + Shipped.Length)..] : null,
            }),
        ];
        IEnumerable<Diagnostic> linted = Linter.Judge(inputs, KubernetesTarget.Default, new ManifestOptions(settings));

        // What the project's settings say wrongly has no place in a manifest; the command refuses such a setting.
        Assert.Equal(Lines(found.Where(static diagnostic => diagnostic.Location.Kind == LocationKind.ExternalFile)), Lines(linted));
    }

    private static IEnumerable<string> Lines(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Select(static diagnostic => string.Create(
            CultureInfo.InvariantCulture,
            $"{diagnostic.Location.GetLineSpan()} {diagnostic.Severity} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"))
        .Order(StringComparer.Ordinal);
}
