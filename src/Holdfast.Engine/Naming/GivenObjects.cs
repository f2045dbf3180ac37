using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Naming;

/// <summary>Objects that are known. A class, and no tuple: a compiler that starts would compile each query over them for itself.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Declared">The type that declares them; null where none does.</param>
internal sealed record GivenObjects(ImmutableArray<MappingNode> Objects, DeclaredApp? Declared);
