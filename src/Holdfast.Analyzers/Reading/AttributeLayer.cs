using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>An attribute as one of the layers that together are a declared attribute.</summary>
/// <param name="Data">The attribute.</param>
/// <param name="StandIn">The place to point to where the attribute's own is in another project; else null.</param>
internal sealed record AttributeLayer(AttributeData Data, Location? StandIn);
