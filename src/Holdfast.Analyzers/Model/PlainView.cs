namespace Holdfast.Analyzers.Model;

/// <summary>An object of any kind.</summary>
internal sealed class PlainView(MappingNode node) : ObjectView(node);
