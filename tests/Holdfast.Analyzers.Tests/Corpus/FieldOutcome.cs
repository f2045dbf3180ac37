namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>How a field of the emitted manifest compares with the original's.</summary>
internal enum FieldOutcome
{
    /// <summary>Both say the same.</summary>
    Equal,

    /// <summary>Both have it, with other values.</summary>
    Different,

    /// <summary>Only the original has it.</summary>
    Missing,

    /// <summary>Only the emitted manifest has it.</summary>
    Extra,
}
