using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>What a rule says about one place.</summary>
internal sealed class RuleFinding(params object[] arguments)
{
    /// <summary>The arguments of the rule's message.</summary>
    public object[] Arguments { get; } = arguments;

    /// <summary>A severity other than the rule's own, where a case is less grave.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>What an object lacks and works without; null where it is more than that.</summary>
    public Lack? Lack { get; init; }

    /// <summary>What the code fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Other places that belong to it; a fix may edit the first.</summary>
    public ImmutableArray<Location> AdditionalLocations { get; init; } = [];
}
