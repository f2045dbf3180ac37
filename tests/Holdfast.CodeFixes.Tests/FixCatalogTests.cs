using System.Reflection;
using System.Text.RegularExpressions;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Reporting;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Holdfast.CodeFixes.Tests;

/// <summary>Rules say which fix they offer, and fixes ask them.</summary>
public partial class FixCatalogTests
{
    private static readonly CodeFixProvider[] Providers =
    [
        .. typeof(ReplaceTextCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Tags =>
    [
        .. typeof(Fixes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static constant => (string)constant.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Tags))]
    public void EveryFix_IsOfferedByARuleAndMade(string tag)
    {
        string[] ids = [.. FixCatalog.Of(tag)];
        Assert.NotEmpty(ids);
        Assert.Contains(Providers, provider => ids.All(provider.FixableDiagnosticIds.Contains));
    }

    [Fact]
    public void EveryProvider_HasRules()
    {
        Assert.All(Providers, static provider => Assert.NotEmpty(provider.FixableDiagnosticIds));
        Assert.Equal(FixCatalog.Arguments.Keys, new AttributeArgumentCodeFix().FixableDiagnosticIds);
        Assert.NotEmpty(FixCatalog.Arguments);
    }

    [Fact]
    public void NoFix_ListsRules()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src/Holdfast.CodeFixes"), "*.cs")
                .Where(static file => Id().IsMatch(File.ReadAllText(file))),
        ];
        Assert.Empty(files);
        Assert.Matches(Id(), "DiagnosticCodeFix(\"HF1001\")");
    }

    [GeneratedRegex("\"HF[0-9]{4}")]
    private static partial Regex Id();
}
