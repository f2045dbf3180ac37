using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Reporting;

/// <summary>Mistakes in the use of KubernetesClient that fail before the API server sees anything.</summary>
internal static class ClientProblems
{
    public static readonly DiagnosticDescriptor NullInitializer = new(
        id: "HF9032",
        title: "Something is added to a property that is null",
        messageFormat: "{0} of a new {1} is null, and {3}, so it throws a NullReferenceException; write '{0} = new {2} {{ … }}'",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "KubernetesClient's models leave all lists, dictionaries and nested objects null. C# compiles 'Labels = { [\"app\"] = \"orders\" }' to a call on the value that the property has.",
        helpLinkUri: HelpLink.For("HF9032"),
        customTags: Fixes.MakeProperty);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [NullInitializer];
}
