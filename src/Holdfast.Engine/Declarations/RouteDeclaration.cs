using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>What <c>[Ingress]</c> and <c>[HttpRoute]</c> have in common.</summary>
internal abstract record RouteDeclaration
{
    public Declared<string> Host { get; init; }

    /// <summary>The object's name, the Service's where the user gave none.</summary>
    public Declared<string> Name { get; init; }

    public Declared<string> Path { get; init; }

    public Declared<string> PathType { get; init; }

    /// <summary>The member that declares the port; absent for the only one of the Service.</summary>
    public Declared<string> Port { get; init; }

    /// <summary>Each as <c>key=value</c>.</summary>
    public Declared<EquatableArray<string>> Annotations { get; init; }
}
