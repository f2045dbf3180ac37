namespace Holdfast.Tool.Formats;

/// <summary>The forms in which a report can be written.</summary>
internal enum ReportFormat
{
    /// <summary>Lines such as the compiler's, for people.</summary>
    Text,

    /// <summary>One JSON object, for programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub,

    /// <summary>Logging commands of Azure Pipelines.</summary>
    Azure,

    /// <summary>A table, for a comment or a summary.</summary>
    Markdown,
}
