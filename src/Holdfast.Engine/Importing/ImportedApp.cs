using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>One type, and how far it says what its objects say.</summary>
/// <param name="App">The declaration, with its patches.</param>
/// <param name="Originals">The objects that it stands for, without what only the cluster writes.</param>
/// <param name="Notes">The report's lines about it.</param>
/// <param name="FieldCount">Fields of the objects, without defaults.</param>
/// <param name="PatchedCount">Those of them that patches say.</param>
/// <param name="RemovedCount">Fields that attributes add and patches take away.</param>
internal sealed record ImportedApp(
    AppDeclaration App,
    ImmutableArray<MappingNode> Originals,
    ImmutableArray<ImportNote> Notes,
    int FieldCount,
    int PatchedCount,
    int RemovedCount)
{
    public string TypeName => App.Type.Name;
}
