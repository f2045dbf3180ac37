using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;

namespace Holdfast.Engine.Composing.Patching;

/// <summary>
/// What the generated code says about an object: numbers and names that the attributes give. Where a patch gives others, code
/// and manifest disagree, so the finding names the attribute to use.
/// What a patch takes away is left to other rules, but for a set's Service and a Service's ports, which code has names for.
/// </summary>
internal static class NamesInCode
{
    /// <summary>
    /// Each field's path, what it is where it is absent, and the argument that sets it in both places; of the application's
    /// own attribute where none is named.
    /// </summary>
    private static readonly (string Path, string? Default, string Argument, string? Attribute)[] Fields =
    [
        ("metadata.namespace", null, "Namespace", null),
        ("spec.serviceName", null, "ServiceName", null),
        ("spec.replicas", null, "Replicas", null),
        ("spec.ordinals.start", "0", "OrdinalStart", null),
        ("spec.podManagementPolicy", "OrderedReady", "PodManagementPolicy", null),
        ("spec.updateStrategy.type", "RollingUpdate", "UpdateStrategy", null),
        ("spec.updateStrategy.rollingUpdate.partition", "0", "UpdatePartition", null),
        ("spec.persistentVolumeClaimRetentionPolicy.whenScaled", "Retain", "WhenScaled", AttributeNames.ClaimRetention),
        ("spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "Retain", "WhenDeleted", AttributeNames.ClaimRetention),
    ];

    public static void Check(MappingNode before, MappingNode after, MappingNode patch, WorkloadKind workload, Reporter context)
    {
        CheckRemoved(before, after, patch, context);
        if (before.At("spec", "serviceName").TryGetString(out string? service) && after.At("spec", "serviceName") is null or ScalarNode { Kind: ScalarKind.Null })
        {
            context.Report(
                ReadingProblems.PatchName,
                patch.At("spec", "serviceName")?.Location ?? patch["spec"]?.Location,
                "spec.serviceName",
                "absent",
                service,
                "keep it, because replicas have no DNS names without it");
        }

        foreach ((string path, string? @default, string argument, string? attribute) in Fields)
        {
            string[] fields = path.Split('.');

            // What was not known before cannot be contradicted.
            string? known = before.At(fields) switch
            {
                ScalarNode scalar => scalar.Text,
                null when ObjectView.KindOf(before) == StatefulSetView.Kind => @default,
                _ => null,
            };
            Report(path, known, after.At(fields), $"set {argument} in {(attribute is null ? AppKinds.Written(workload) : AttributeNames.Written(attribute))} instead", context);
        }

        Dictionary<(string, string), string> ports = [];
        foreach ((MappingNode port, string number) in Ports(before))
        {
            if (port["name"].TryGetString(out string? name))
            {
                ports[(number, PortProtocol.Of(port))] = name;
            }
        }

        foreach ((MappingNode port, string number) in Ports(after))
        {
            if (ports.TryGetValue((number, PortProtocol.Of(port)), out string? name))
            {
                Report("name", name, port["name"], "set Name in [Port] instead", context);
            }
        }
    }

    private static void CheckRemoved(MappingNode before, MappingNode after, MappingNode patch, Reporter context)
    {
        // Without a selector the Service's endpoints and ports are written elsewhere, on purpose.
        if (ObjectView.KindOf(before) != ServiceView.Kind || after.At("spec", "selector") is not MappingNode { Entries.Count: > 0 })
        {
            return;
        }

        foreach ((MappingNode port, string number) in Ports(before))
        {
            // One that is there under another name is reported as such.
            if (port["name"].TryGetString(out string? name)
                && !Ports(after).Any(other => other.Port["name"].Is(name) || (other.Number == number && PortProtocol.Of(other.Port) == PortProtocol.Of(port))))
            {
                context.Report(
                    ReadingProblems.PatchName,
                    patch.At("spec", "ports")?.Location ?? patch["spec"]?.Location,
                    "spec.ports",
                    $"without '{name}'",
                    "with it",
                    "keep the port, or remove its [Port]");
            }
        }
    }

    private static void Report(string path, string? known, ManifestNode? patched, string advice, Reporter context)
    {
        if (known is not null && patched is ScalarNode { Kind: not ScalarKind.Null } scalar && scalar.Text != known)
        {
            context.Report(ReadingProblems.PatchName, scalar.Location, path, scalar.Text, known, advice);
        }
    }

    /// <summary>The ports of a Service or of all containers, and their numbers.</summary>
    private static IEnumerable<(MappingNode Port, string Number)> Ports(MappingNode node) => node.At("spec", "ports").Mappings()
        .Concat(node.At("spec", "template", "spec", "containers").Mappings().SelectMany(static container => container["ports"].Mappings()))
        .Select(static port => (port, ((port["containerPort"] ?? port["port"]) as ScalarNode)?.Text ?? string.Empty));

}
