using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor MonitorRule = new(
        id: "HF1021",
        title: "A ServiceMonitor finds no Service or no port",
        messageFormat: "The ServiceMonitor '{0}' {1}, so Prometheus has no target; {2}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A ServiceMonitor selects Services by the labels in their metadata, and names a port by the name that the Service gives it.",
        helpLinkUri: HelpLink.For("HF1021"));
}

/// <summary>
/// HF1021: a ServiceMonitor that finds no Service, or no port of the Services that it finds. It looks at the labels of Services, which are
/// easily confused with those of pods.
/// </summary>
internal sealed class MonitorRule() : Rule(RuleDescriptors.MonitorRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared.Where(static node => ObjectView.Is(node, "monitoring.coreos.com/v1", "ServiceMonitor")))
        {
            Check(node, manifests, context);
        }
    }

    private void Check(MappingNode node, ManifestSet manifests, RuleContext context)
    {
        if (node.At("spec", "selector") is MappingNode selector)
        {
            var monitor = new PlainView(node);
            ServiceView[] services = [.. manifests.KnownServices.Where(service => node.At("spec", "namespaceSelector") is not null || !service.IsApartFrom(monitor))];
            ServiceView[] found = [.. services.Where(service => LabelSelector.Selects(selector, LabelsOf(service)) != false)];
            if (found.Length > 0)
            {
                CheckPorts(monitor, found, context);
            }
            else if (!manifests.IsOpen)
            {
                CheckSelector(monitor, LabelSelector.AsLabels(selector), services, context);
            }
        }
    }

    private void CheckSelector(ObjectView monitor, MappingNode? wanted, ServiceView[] services, RuleContext context)
    {
        if (wanted is not { Entries.Count: > 0 })
        {
            return;
        }

        NearLabel? near = services.Select(service => NearLabel.OfName(wanted, LabelsOf(service), [service.DisplayName]) ?? NearLabel.Find(wanted, LabelsOf(service))).FirstOrDefault(static near => near is not null);
        if (near is not null)
        {
            context.Report(this, near.Place, new RuleFinding(monitor.DisplayName, $"selects Services with '{near.Wrong}', which none has", $"did you mean '{near.Right}'?")
            {
                Properties = FixProperties.Replace(near.Replacement),
            });
        }
        else if (services.FirstOrDefault(service => service.Selector is MappingNode { Entries.Count: > 0 } && Selection.Selects(wanted, service.Selector) == true) is { } meant
            && Selection.FirstMissing(wanted, LabelsOf(meant)) is { } missing)
        {
            context.Report(this, missing.Value.Location ?? missing.KeyLocation, new RuleFinding(
                monitor.DisplayName,
                $"selects Services with '{Selection.Describe(missing)}', which only the pods behind '{meant.DisplayName}' have",
                "add the label to the Service"));
        }
    }

    private void CheckPorts(ObjectView monitor, ServiceView[] found, RuleContext context)
    {
        foreach (MappingNode endpoint in monitor.Node.At("spec", "endpoints").Mappings())
        {
            if (endpoint["port"] is ScalarNode { Kind: ScalarKind.String } port
                && found.All(service => service.Node.At("spec", "ports") is SequenceNode { Items.Count: > 0 } ports
                    && ports.Items.All(item => item is MappingNode own && own["name"] is null or ScalarNode && !own["name"].Is(port.Text))))
            {
                string[] names = [.. found[0].Ports.Select(static own => own["name"].TryGetString(out string? name) ? $"'{name}'" : string.Empty).Where(static name => name.Length > 0)];
                context.Report(this, port.Location, new RuleFinding(
                    monitor.DisplayName,
                    $"asks for the port '{port.Text}', which the Service '{found[0].DisplayName}' does not have",
                    names.Length == 0 ? "give its port this name" : $"its ports are: {string.Join(", ", names)}"));
            }
        }
    }

    /// <summary>None where it has none; unknown where they are.</summary>
    private static ManifestNode LabelsOf(ServiceView service) => service.Node.At("metadata", "labels") ?? new MappingNode([]);
}
