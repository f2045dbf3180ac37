namespace Holdfast.Analyzers.Model;

/// <summary>A value that is there but not known: a conditional, a variable, a template placeholder. Rules never guess it.</summary>
internal sealed class UnknownNode(NodeOrigin origin = default) : ManifestNode(origin)
{
    public override bool Equals(ManifestNode? other) => other is UnknownNode;

    public override int GetHashCode() => 1;
}
