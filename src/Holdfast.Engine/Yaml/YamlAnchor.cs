using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Yaml;

/// <summary>What an alias repeats.</summary>
/// <param name="Node">The node; null while it is being read, since it cannot be a part of itself.</param>
/// <param name="Size">The number of its nodes.</param>
/// <param name="Height">How deep it is nested.</param>
internal sealed record YamlAnchor(ManifestNode? Node, int Size, int Height);
