namespace Holdfast.Tool.Formats;

/// <summary>How grave a finding is; graver ones are greater.</summary>
internal enum FindingSeverity
{
    /// <summary>A suggestion: it does not change the exit code.</summary>
    Info,

    /// <summary>What would break under circumstances.</summary>
    Warning,

    /// <summary>What breaks or is refused.</summary>
    Error,
}
