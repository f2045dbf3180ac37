using System.Collections.Immutable;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Constraints;

/// <summary>One constraint of a row.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Arguments">Its arguments, as the row has them: numbers, words, fields, or the name of a format.</param>
internal sealed record Constraint(ConstraintKind Kind, ImmutableArray<string> Arguments)
{
    /// <summary>The arguments as paths, where they are fields.</summary>
    public string[][] Fields { get; } = Kind is ConstraintKind.Require or ConstraintKind.Forbid ? [.. Arguments.Select(static field => field.Split('.'))] : [];

    /// <summary>The type, or the field, that the row is about: <c>Container.image</c>; empty where no row says it.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>As a row says it, for tests: <c>Container.image Required</c>.</summary>
    public override string ToString() => Path + " " + Kind + (Arguments.IsEmpty ? string.Empty : "(" + string.Join(",", Arguments) + ")") + (When is null ? string.Empty : " when(" + When + ")");

    /// <summary>When it counts; always where there is none.</summary>
    public Condition? When { get; init; }

    /// <summary>What decides in which versions of Kubernetes it counts; in all of them where there is none.</summary>
    public KubernetesFact? Fact { get; init; }

    /// <summary>Whether it counts where the fact does not hold.</summary>
    public bool IsWithoutFact { get; init; }

    /// <summary>The number of <c>minimum</c>, <c>maximum</c> and the like.</summary>
    public long Number { get; init; }

    /// <summary>The format of a text, a key or a value.</summary>
    public ValueFormat? Format { get; init; }

    /// <summary>The rule that reports it.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Whether the constraint was read in Kubernetes' source only, so that no message says what a server does.</summary>
    public bool IsUnrecorded { get; init; }

    /// <summary>What happens where the API server takes the value all the same; null where it refuses the object.</summary>
    public string? Consequence { get; init; }

    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>Whether an empty text counts as unset, as it does where the field has a default.</summary>
    public bool EmptyIsUnset { get; init; }

    /// <summary>Whether a required field is one in what an attribute makes, too.</summary>
    public bool CountsInAttributes { get; init; }

    /// <summary>What the value or the mapping is, where its name says too little.</summary>
    public string? What { get; init; }

    /// <summary>What is wrong, in place of the text that the kind gives.</summary>
    public string? Problem { get; init; }

    /// <summary>What to do, in place of the text that the kind gives.</summary>
    public string? Advice { get; init; }
}
