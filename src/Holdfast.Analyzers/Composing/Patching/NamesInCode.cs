using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;

namespace Holdfast.Analyzers.Composing.Patching;

/// <summary>
/// What the generated code says of an object: numbers and names that the attributes give. Where a patch gives others, code
/// and manifest disagree, so it is told which attribute to use. What a patch takes away is left to other rules.
/// </summary>
internal static class NamesInCode
{
    private const string App = "[StatefulApp]";
    private const string Retention = "[ClaimRetention]";

    /// <summary>Each field's path, what it is where it is absent, and the argument that sets it in both places, with its attribute.</summary>
    private static readonly (string Path, string? Default, string Argument, string Attribute)[] Fields =
    [
        ("metadata.namespace", null, "Namespace", App),
        ("spec.serviceName", null, "ServiceName", App),
        ("spec.replicas", null, "Replicas", App),
        ("spec.ordinals.start", "0", "OrdinalStart", App),
        ("spec.podManagementPolicy", "OrderedReady", "PodManagementPolicy", App),
        ("spec.updateStrategy.type", "RollingUpdate", "UpdateStrategy", App),
        ("spec.updateStrategy.rollingUpdate.partition", "0", "UpdatePartition", App),
        ("spec.persistentVolumeClaimRetentionPolicy.whenScaled", "Retain", "WhenScaled", Retention),
        ("spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "Retain", "WhenDeleted", Retention),
    ];

    public static void Check(MappingNode before, MappingNode after, ReadContext context)
    {
        foreach ((string path, string? @default, string argument, string attribute) in Fields)
        {
            string[] fields = path.Split('.');

            // What was not known before cannot be contradicted.
            string? known = before.At(fields) switch
            {
                ScalarNode scalar => scalar.Text,
                null when ObjectView.KindOf(before) == StatefulSetView.Kind => @default,
                _ => null,
            };
            Report(path, known, after.At(fields), $"set {argument} in {attribute} instead", context);
        }

        Dictionary<(string, string), string> ports = [];
        foreach ((MappingNode port, string number) in Ports(before))
        {
            if (port["name"].TryGetString(out string? name))
            {
                ports[(number, Protocol(port))] = name;
            }
        }

        foreach ((MappingNode port, string number) in Ports(after))
        {
            if (ports.TryGetValue((number, Protocol(port)), out string? name))
            {
                Report("name", name, port["name"], "set Name in [Port] instead", context);
            }
        }
    }

    private static void Report(string path, string? known, ManifestNode? patched, string advice, ReadContext context)
    {
        if (known is not null && patched is ScalarNode { Kind: not ScalarKind.Null } scalar && scalar.Text != known)
        {
            context.Report(ReadingProblems.PatchName, scalar.Origin, path, scalar.Text, known, advice);
        }
    }

    /// <summary>The ports of a Service or of all containers, and their numbers.</summary>
    private static IEnumerable<(MappingNode Port, string Number)> Ports(MappingNode node) => node.At("spec", "ports").Mappings()
        .Concat(node.At("spec", "template", "spec", "containers").Mappings().SelectMany(static container => container["ports"].Mappings()))
        .Select(static port => (port, ((port["containerPort"] ?? port["port"]) as ScalarNode)?.Text ?? string.Empty));

    private static string Protocol(MappingNode port) => port["protocol"].TryGetString(out string? protocol) ? protocol : "TCP";
}
