using System.Globalization;

namespace Holdfast.Tool.Formats;

/// <summary>A place in a file, with lines and columns from 1.</summary>
/// <param name="Path">The file as reports show it: relative to the working folder where it is below it, with <c>/</c> between its parts.</param>
/// <param name="Line">The first line.</param>
/// <param name="Column">The first column.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the last character.</param>
internal sealed record FindingPlace(string Path, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>As the compiler writes it, which terminals and editors open.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}({Line},{Column})");
}
