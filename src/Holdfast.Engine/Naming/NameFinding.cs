using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Naming;

/// <summary>What is wrong with a part of a text.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record NameFinding(DiagnosticDescriptor Rule, int Start, int Length, params object[] Arguments)
{
    /// <summary>What should be in place of the part; null where that is not known.</summary>
    public string? Replacement { get; init; }

    /// <summary>The set that is meant.</summary>
    public KnownSet? Set { get; init; }

    /// <summary>The member that is meant, where one is.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The application and the member of its type that says what should be there.</summary>
    public (DeclaredApp App, string Expression)? Member { get; init; }
}
