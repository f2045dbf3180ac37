using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// The name of an image: <c>[registry[:port]/]repository[:tag][@digest]</c>. Source of the syntax:
/// <c>github.com/distribution/reference</c>, which all runtimes use.
/// </summary>
internal sealed class ImageReference
{
    private const string Latest = "latest";

    private static readonly Regex Syntax = new(
        @"^(?:(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*)(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$",
        RegexOptions.CultureInvariant);

    private const int Places = 64;

    /// <summary>Several rules ask for the images of a folder, one rule after the other. A text that comes to the place of another one takes it.</summary>
    private static readonly Parsed?[] Known = new Parsed?[Places];

    private ImageReference(string repository, string? tag, string? digest)
    {
        Repository = repository;
        Tag = tag;
        Digest = digest;
    }

    public string Repository { get; }

    public string? Tag { get; }

    public string? Digest { get; }

    /// <summary>Whether it may be another image tomorrow.</summary>
    public bool IsFloating => Digest is null && Tag is null or Latest;

    public static bool TryParse(string text, [NotNullWhen(true)] out ImageReference? reference)
    {
        // Images of one project mostly differ in their tags.
        int place = text.Length < 2 ? 0 : (text.Length + (31 * text[text.Length - 1]) + (7 * text[text.Length - 2])) & (Places - 1);
        if (Known[place] is not { } known || known.Text != text)
        {
            Known[place] = known = new Parsed(text, Parse(text));
        }

        reference = known.Reference;
        return reference is not null;
    }

    private static ImageReference? Parse(string text)
    {
        // The groups of a match are a kilobyte for each image; what has the syntax is taken apart by its signs.
        if (!Syntax.IsMatch(text))
        {
            return null;
        }

        // The end of a line may be behind it.
        text = text[text.Length - 1] == '\n' ? text.Substring(0, text.Length - 1) : text;
        int at = text.IndexOf('@');
        int end = at < 0 ? text.Length : at;
        int colon = text.LastIndexOf(':', end - 1);
        bool hasTag = colon > text.LastIndexOf('/', end - 1);
        return new ImageReference(
            text.Substring(0, hasTag ? colon : end),
            hasTag ? text.Substring(colon + 1, end - colon - 1) : null,
            at < 0 ? null : text.Substring(at + 1));
    }

    /// <summary>What is wrong with a name, in words that follow it; null where it is right.</summary>
    public static string? Problem(string text)
    {
        if (TryParse(text, out _))
        {
            return null;
        }

        if (text.Length == 0)
        {
            return "is empty";
        }

        return text switch
        {
            _ when text.Any(char.IsWhiteSpace) => "has a blank",
            _ when TryParse(LowerRepository(text), out _) => "has capital letters in the repository",
            _ => "is not the name of an image",
        };
    }

    /// <summary>The name without blanks around it and capitals in the repository; null where more than that is wrong.</summary>
    public static string? Suggest(string text)
    {
        string name = LowerRepository(text.Trim());
        return TryParse(name, out _) ? name : null;
    }

    /// <summary>Tags may have capitals, what comes before them may not.</summary>
    private static string LowerRepository(string text)
    {
        int at = text.IndexOf('@');
        int end = at < 0 ? text.Length : at;
        int colon = text.LastIndexOf(':', Math.Max(end - 1, 0), end);
        int repository = colon > text.LastIndexOf('/', Math.Max(end - 1, 0), end) ? colon : end;
        return text.Substring(0, repository).ToLowerInvariant() + text.Substring(repository);
    }

    /// <summary>What became of a text.</summary>
    private sealed record Parsed(string Text, ImageReference? Reference);
}
