using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads the sources of a projected volume: the attributes beside <c>[ProjectedVolume]</c>.</summary>
internal static class ProjectedSourceReader
{
    public static bool IsSource(string attribute) => attribute
        is AttributeNames.ProjectedConfigMap
        or AttributeNames.ProjectedSecret
        or AttributeNames.ProjectedField
        or AttributeNames.ProjectedToken
        or AttributeNames.ProjectedTrustBundle
        or AttributeNames.ProjectedPodCertificate;

    /// <summary>In source order.</summary>
    public static EquatableArray<ProjectedSourceDeclaration> Read(DeclaredMember property, ContainerDeclaration container, ReadContext context) =>
        DeclaredAttributes.Of(property, context)
            .Where(static attribute => IsSource(attribute.Name))
            .Select(attribute => Read(attribute.Name, attribute.Arguments, container))
            .ToEquatableArray();

    /// <summary>A source without a volume is in no pod, which would go unnoticed.</summary>
    public static void ReportWithoutVolume(DeclaredMember property, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        string? source = null;
        foreach ((string name, _) in DeclaredAttributes.Of(property, context))
        {
            if (name == AttributeNames.ProjectedVolume)
            {
                return;
            }

            source ??= IsSource(name) ? name : null;
        }

        if (source is not null
            && property.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax syntax)
        {
            string written = source.Substring(0, source.Length - nameof(Attribute).Length);
            context.Report(
                ReadingProblems.MemberForm,
                syntax.Identifier.GetLocation(),
                property.Name,
                $"has [{written}] and no [ProjectedVolume] that it would be a part of",
                "[ProjectedVolume] " + MemberShapeReader.RightForm(syntax, PropertyTypeNames.Volume));
        }
    }

    private static ProjectedSourceDeclaration Read(string attribute, AttributeArguments arguments, ContainerDeclaration container) => new()
    {
        Attribute = attribute,
        Source = arguments.String(attribute switch
        {
            AttributeNames.ProjectedConfigMap => "ConfigMap",
            AttributeNames.ProjectedSecret => "Secret",
            _ => "Name",
        }),
        Items = arguments.Strings("Items"),
        Optional = arguments.Bool("Optional"),
        Path = arguments.String("Path"),
        FieldPath = arguments.String("FieldPath"),
        Resource = arguments.String("Resource"),
        Divisor = arguments.String("Divisor"),
        ContainerName = container.Name,
        Mode = arguments.Int("Mode"),
        Audience = arguments.String("Audience"),
        ExpirationSeconds = arguments.Long("ExpirationSeconds"),
        SignerName = arguments.String("SignerName"),
        Fields = FieldArgumentReader.Read(attribute, arguments),
    };
}
