using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>The descriptors of all rules, without the rules. The build lists them, as it lists the rules.</summary>
internal static partial class RuleDescriptorCatalog
{
    /// <summary>In the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Find();

    private static ImmutableArray<DiagnosticDescriptor> Find()
    {
        var descriptors = new List<DiagnosticDescriptor>();
        AddAll(descriptors);
        descriptors.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        return [.. descriptors];
    }

    /// <summary>Adds the descriptor of each file <c>Rules/*/*Rule.cs</c>; the project file writes it.</summary>
    static partial void AddAll(List<DiagnosticDescriptor> descriptors);
}
