namespace Holdfast.Tool.Catalog;

/// <summary>The forms in which the list of rules can be written.</summary>
internal enum RuleListFormat
{
    /// <summary>A table for people.</summary>
    Text,

    /// <summary>An array of objects.</summary>
    Json,

    /// <summary>A table in Markdown.</summary>
    Markdown,
}
