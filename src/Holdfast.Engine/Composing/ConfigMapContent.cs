using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>What a ConfigMap has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Data">Its texts, in the order of their keys.</param>
/// <param name="BinaryData">Its other entries, in base64.</param>
internal sealed record ConfigMapContent(Declared<string> Name, MappingNode Data, MappingNode BinaryData);
