using System.Text;
using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Storage;

/// <summary>HF9022: a ConfigMap that is larger than the API server takes.</summary>
internal sealed class ConfigMapSizeRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF9022",
        title: "A ConfigMap is too large",
        messageFormat: "The ConfigMap '{0}' has {1} bytes of text, so the API server refuses it; {2} bytes are the most, so put part of it into another ConfigMap, the image or a volume",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9022"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ConfigMapView map in manifests.ConfigMaps)
        {
            long bytes = 0;
            MappingEntry? largest = null;
            int most = -1;
            foreach (MappingEntry entry in map.Data)
            {
                if (entry.Value.TryGetString(out string? text))
                {
                    int size = Encoding.UTF8.GetByteCount(text);
                    bytes += size;
                    (largest, most) = size > most ? (entry, size) : (largest, most);
                }
            }

            if (bytes > KubernetesLimits.ConfigMapBytes)
            {
                context.Report(this, largest?.KeyOrigin ?? map.Name?.Origin, new RuleFinding(map.DisplayName, bytes, KubernetesLimits.ConfigMapBytes));
            }
        }
    }
}
