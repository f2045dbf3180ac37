using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tests.Shared;

/// <summary>What is said about a project.</summary>
/// <param name="Found">What the analyzers find.</param>
/// <param name="Errors">The compiler's errors.</param>
internal sealed record FixJudgement(ImmutableArray<Diagnostic> Found, ImmutableArray<Diagnostic> Errors);
