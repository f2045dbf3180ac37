using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>HF6004: a secret in plain text.</summary>
internal sealed class SecretInEnvironmentRule : PodOwnerRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6004",
        title: "A secret is in the manifest in plain text",
        messageFormat: "'{0}' looks like a secret, and its value is in the manifest and in the repository for everybody to read; take it from a Secret",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6004"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode variable in owner.Containers.SelectMany(static container => container["env"].Mappings()))
        {
            if (variable["name"].TryGetString(out string? name) && variable["value"].TryGetString(out string? value) && SecretNames.LookLikeASecret(name, value))
            {
                context.Report(this, variable["value"]!.Origin ?? variable["name"]!.Origin, new RuleFinding(name));
            }
        }
    }
}
