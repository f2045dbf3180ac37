using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor StorageClassRule = new(
        id: "HF3014",
        title: "A storage class may mean something else",
        messageFormat: "The claim template '{0}' {1}; {2}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3014"));
}

/// <summary>HF3014: a storage class that is not the one that was probably meant.</summary>
internal sealed class StorageClassRule() : StatefulSetRule(RuleDescriptors.StorageClassRule)
{
    private const string OldAnnotation = "volume.beta.kubernetes.io/storage-class";

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode template in set.ClaimTemplates)
        {
            string name = template.At("metadata", "name").TryGetString(out string? text) ? text : "?";
            ManifestNode? storageClass = template.At("spec", "storageClassName");
            if (storageClass.TryGetString(out string? className) && className.Length == 0)
            {
                context.Report(this, storageClass!.Location, new RuleFinding(
                    name, "has an empty storage class, so no volume is provisioned and it waits for one that is created by hand", Phrase.Of($"remove `PersistentVolumeClaimSpec.storageClassName` to use the default of the cluster")));
            }

            foreach (MappingEntry annotation in (template.At("metadata", "annotations") as MappingNode)?.Entries ?? default)
            {
                if (annotation.Key == OldAnnotation)
                {
                    context.Report(this, annotation.KeyLocation ?? annotation.Value.Location, new RuleFinding(
                        name, $"names its storage class with the deprecated annotation '{OldAnnotation}', which takes precedence over the field", Phrase.Of($"use `PersistentVolumeClaimSpec.storageClassName`")));
                }
            }
        }
    }
}
