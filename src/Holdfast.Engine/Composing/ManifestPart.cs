using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>A Kubernetes object of an application, or a Service for each pod, and what code calls it.</summary>
/// <param name="Member">The name of the member that gives it as a typed object.</param>
/// <param name="IsList">Whether the member is a list of Services, which can be empty.</param>
/// <param name="Objects">The object, or those of the list.</param>
internal sealed record ManifestPart(string Member, bool IsList, ImmutableArray<MappingNode> Objects);
