namespace Holdfast.Engine.Declarations.Texts;

/// <summary>Where a text with placeholders is, which decides how it can have the name of a replica.</summary>
internal enum TextPlace
{
    /// <summary>A file, which each replica can have its own of.</summary>
    File,

    /// <summary>An entry of a ConfigMap, which all replicas share.</summary>
    Entry,

    /// <summary>A variable or an argument, in which the kubelet replaces the names of variables.</summary>
    Variable,
}
