namespace Holdfast.Engine.Model.Tree;

/// <summary>The JSON type of a scalar. The writer quotes so that a reader finds the same one again.</summary>
internal enum ScalarKind
{
    String,
    Integer,
    Float,
    Boolean,
    Null,
}
