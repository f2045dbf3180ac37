namespace Holdfast.Tool.Formats;

/// <summary>One thing that a command found.</summary>
/// <param name="Rule">The rule's id, such as <c>HF3001</c>.</param>
/// <param name="Title">The rule's title.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is wrong, what happens, and what to do; one line.</param>
internal sealed record Finding(string Rule, string Title, FindingSeverity Severity, string Message)
{
    /// <summary>Where it is; null where it is in no file.</summary>
    public FindingPlace? Place { get; init; }

    /// <summary>The address of the rule's page.</summary>
    public string? HelpLink { get; init; }
}
