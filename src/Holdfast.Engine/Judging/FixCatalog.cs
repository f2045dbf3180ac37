using System.Collections.Immutable;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Judging;

/// <summary>Which rules offer which fix, as they say themselves.</summary>
internal static class FixCatalog
{
    /// <summary>The rules that an argument of an attribute fixes, by their ids.</summary>
    public static ImmutableSortedDictionary<string, ArgumentChange> Arguments { get; } = RuleCatalog.All
        .Where(static rule => rule.ArgumentFix is not null)
        .ToImmutableSortedDictionary(static rule => rule.Descriptor.Id, static rule => rule.ArgumentFix!, StringComparer.Ordinal);

    private static readonly ILookup<string, string> Ids = RuleCatalog.Descriptors
        .Concat(NameDescriptors.All)
        .Concat(ReadingProblems.All)
        .Concat(ClientProblems.All)
        .SelectMany(static descriptor => descriptor.CustomTags.Select(tag => (Tag: tag, descriptor.Id)))
        .Distinct()
        .ToLookup(static tagged => tagged.Tag, static tagged => tagged.Id, StringComparer.Ordinal);

    /// <summary>The ids of the rules that offer a fix of <see cref="Fixes"/>, in their order.</summary>
    public static IEnumerable<string> Of(string fix) => Ids[fix].OrderBy(static id => id, StringComparer.Ordinal);

    /// <summary>Whether the rule of a diagnostic offers a fix.</summary>
    public static bool Offers(Diagnostic diagnostic, string fix) => Ids[fix].Contains(diagnostic.Id);
}
