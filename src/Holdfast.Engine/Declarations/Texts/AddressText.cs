using System.Text;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>The text of another application's address.</summary>
internal static class AddressText
{
    /// <summary>The text; placeholders that lead nowhere stay as they are, a diagnostic says so.</summary>
    public static string Expand(AppDeclaration app, AddressDeclaration address)
    {
        string template = address.Text.OrDefault(string.Empty);
        AddressPlaceholder? placeholder = address.Target is { } target ? new AddressPlaceholder(app, target) : null;
        var text = new StringBuilder();
        foreach (TemplateSegment segment in TemplateText.Parse(template))
        {
            text.Append(segment.Kind switch
            {
                TemplateSegmentKind.Literal => segment.Text,
                TemplateSegmentKind.Placeholder when placeholder?.Resolve(segment.Text).Text is { } found => found,
                _ => template.Substring(segment.Position, segment.Length),
            });
        }

        return text.ToString();
    }

    /// <summary>Whether all that the text is made of is known.</summary>
    public static bool IsKnown(AppDeclaration app, AddressDeclaration address) =>
        address.Target is { Name.State: DeclaredState.Known } target
        && address.Text.TryGet(out string? template)
        && TemplateText.Parse(template).All(segment =>
            segment.Kind == TemplateSegmentKind.Literal
            || (segment.Kind == TemplateSegmentKind.Placeholder && new AddressPlaceholder(app, target).Resolve(segment.Text).Text is not null));
}
