using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>Why a text, or a part of it, cannot be read.</summary>
/// <param name="Message">What is wrong, in words that follow a colon.</param>
/// <param name="Span">Where it is in the text.</param>
/// <param name="Position">The same as line and column, both counted from 0.</param>
/// <param name="Location">Where that is in the user's files; null where it is not needed.</param>
internal sealed record YamlProblem(string Message, TextSpan Span, LinePosition Position, Location? Location)
{
    /// <summary>Whether it is a key that is there twice, which kubectl takes.</summary>
    public bool IsRepeatedKey { get; init; }

    /// <summary>Whether it is this reader that cannot go on, and kubectl may well read the text.</summary>
    public bool IsFault { get; init; }
}
