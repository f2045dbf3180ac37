using System.Text;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor DataSizeRule = new(
        id: "HF9022",
        title: "A ConfigMap or Secret is too large",
        messageFormat: "The {3} '{0}' has {1} bytes of text, above the limit of {2}, so the API server refuses it; move part of it to another {3}, the image or a volume",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9022"));
}

/// <summary>HF9022: a ConfigMap or Secret that is larger than the API server takes.</summary>
internal sealed class DataSizeRule() : Rule(RuleDescriptors.DataSizeRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ConfigMapView map in new ListedViews<ConfigMapView>(manifests.ConfigMaps))
        {
            Check(map, map.Data, map.BinaryData);
        }

        foreach (SecretView secret in manifests.Secrets.Where(static secret => !secret.IsEncrypted))
        {
            Check(secret, secret.Texts, secret.Data.Where(entry => secret.Node.At("stringData", entry.Key) is null));
        }

        void Check(ObjectView owner, IEnumerable<MappingEntry> texts, IEnumerable<MappingEntry> encoded)
        {
            long bytes = 0;
            MappingEntry? largest = null;
            int most = -1;
            foreach ((MappingEntry entry, int? size) in texts.Select(static entry => (entry, Size(entry, static text => Encoding.UTF8.GetByteCount(text))))
                .Concat(encoded.Select(static entry => (entry, Size(entry, Base64.Length)))))
            {
                bytes += size ?? 0;
                (largest, most) = size > most ? (entry, size.Value) : (largest, most);
            }

            if (bytes > KubernetesLimits.ConfigMapBytes)
            {
                context.Report(this, largest?.KeyLocation ?? owner.Name?.Location, new RuleFinding(owner.DisplayName, bytes, KubernetesLimits.ConfigMapBytes, ObjectView.KindOf(owner.Node)));
            }
        }
    }

    private static int? Size(MappingEntry entry, Func<string, int?> bytesOf) => entry.Value.TryGetString(out string? text) ? bytesOf(text) : null;
}
