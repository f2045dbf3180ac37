using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>A call of a method of the compilation, and what the method does.</summary>
/// <param name="Arguments">What it gets.</param>
/// <param name="Summary">What it does.</param>
internal sealed record FollowedCall(ImmutableArray<IArgumentOperation> Arguments, MethodSummary Summary);
