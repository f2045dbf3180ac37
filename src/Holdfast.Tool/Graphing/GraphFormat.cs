namespace Holdfast.Tool.Graphing;

/// <summary>The forms in which a graph can be written.</summary>
internal enum GraphFormat
{
    /// <summary>A flowchart of Mermaid.</summary>
    Mermaid,

    /// <summary>The same in a block of Markdown.</summary>
    Markdown,

    /// <summary>A picture.</summary>
    Svg,
}
