using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>An object of any kind.</summary>
internal sealed class PlainView(MappingNode node) : ObjectView(node);
