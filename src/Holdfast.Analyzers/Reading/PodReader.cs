using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what an application's type says about its pods as wholes.</summary>
internal static class PodReader
{
    public static PodDeclaration Read(INamedTypeSymbol type, Declared<string> appName, ReadContext context)
    {
        var pod = new PodDeclaration();
        var spreads = new List<SpreadDeclaration>();
        var podAffinities = new List<PodAffinityDeclaration>();
        var antiAffinities = new List<PodAffinityDeclaration>();
        var nodeSelectors = new List<NodeSelectorDeclaration>();
        var nodeAffinities = new List<NodeAffinityDeclaration>();
        var tolerations = new List<TolerationDeclaration>();
        var hostAliases = new List<HostAliasDeclaration>();
        var imagePullSecrets = new List<Declared<string>>();
        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(type, context))
        {
            switch (name)
            {
                case AttributeNames.Spread:
                    spreads.Add(ReadSpread(arguments));
                    break;
                case AttributeNames.NoSpread:
                    pod = pod with { NoSpread = true };
                    break;
                case AttributeNames.AntiAffinity:
                    antiAffinities.Add(ReadPodAffinity(arguments));
                    break;
                case AttributeNames.PodAffinity:
                    podAffinities.Add(ReadPodAffinity(arguments));
                    break;
                case AttributeNames.NodeSelector:
                    nodeSelectors.Add(new(arguments.String("Key"), arguments.String("Value")));
                    break;
                case AttributeNames.NodeAffinity:
                    nodeAffinities.Add(ReadNodeAffinity(arguments));
                    break;
                case AttributeNames.Toleration:
                    tolerations.Add(ReadToleration(arguments));
                    break;
                case AttributeNames.Scheduling:
                    pod = pod with
                    {
                        Scheduling = new(
                            arguments.String("PriorityClassName"),
                            arguments.String("SchedulerName"),
                            arguments.String("RuntimeClassName"),
                            arguments.String("NodeName")),
                    };
                    break;
                case AttributeNames.Dns:
                    pod = pod with
                    {
                        Dns = new(arguments.Enum("Policy"), arguments.Strings("Nameservers"), arguments.Strings("Searches"), arguments.Strings("Options")),
                    };
                    break;
                case AttributeNames.HostAlias:
                    hostAliases.Add(new(arguments.String("Ip"), arguments.Strings("Hostnames")));
                    break;
                case AttributeNames.ImagePullSecret:
                    imagePullSecrets.Add(arguments.String("Name"));
                    break;
                case AttributeNames.HostNamespaces:
                    pod = pod with { HostNamespaces = new(arguments.Bool("Network"), arguments.Bool("Pid"), arguments.Bool("Ipc")) };
                    break;
                case AttributeNames.ServiceAccount:
                    pod = pod with { ServiceAccount = ReadServiceAccount(arguments, appName) };
                    break;
            }
        }

        return pod with
        {
            Spreads = spreads.ToEquatableArray(),
            PodAffinities = podAffinities.ToEquatableArray(),
            AntiAffinities = antiAffinities.ToEquatableArray(),
            NodeSelectors = nodeSelectors.ToEquatableArray(),
            NodeAffinities = nodeAffinities.ToEquatableArray(),
            Tolerations = tolerations.ToEquatableArray(),
            HostAliases = hostAliases.ToEquatableArray(),
            ImagePullSecrets = imagePullSecrets.ToEquatableArray(),
        };
    }

    private static SpreadDeclaration ReadSpread(AttributeArguments arguments) =>
        new(arguments.String("TopologyKey"), arguments.Int("MaxSkew"), arguments.Enum("WhenUnsatisfiable"), arguments.Int("MinDomains"))
        {
            MatchLabelKeys = arguments.Strings("MatchLabelKeys"),
            NodeAffinityPolicy = arguments.Enum("NodeAffinityPolicy"),
            NodeTaintsPolicy = arguments.Enum("NodeTaintsPolicy"),
            Fields = FieldArgumentReader.Read(AttributeNames.Spread, arguments),
        };

    private static PodAffinityDeclaration ReadPodAffinity(AttributeArguments arguments) =>
        new(arguments.App("App"), arguments.Strings("Labels"))
        {
            Namespaces = arguments.Strings("Namespaces"),
            AnyNamespace = arguments.Bool("AnyNamespace"),
            TopologyKey = arguments.String("TopologyKey"),
            Required = arguments.Bool("Required"),
            Weight = arguments.Int("Weight"),
            MatchLabelKeys = arguments.Strings("MatchLabelKeys"),
            MismatchLabelKeys = arguments.Strings("MismatchLabelKeys"),
            Fields = FieldArgumentReader.Read(AttributeNames.PodAffinity, arguments),
        };

    /// <summary>Required, unless a weight says that it is a preference.</summary>
    private static NodeAffinityDeclaration ReadNodeAffinity(AttributeArguments arguments)
    {
        Declared<int> weight = arguments.Int("Weight");
        return new(
            arguments.String("Key"),
            arguments.Enum("Operator"),
            arguments.Strings("Values"),
            arguments.Bool("Required").Or(weight.State == DeclaredState.Absent, arguments.Location),
            weight);
    }

    /// <summary>What is left out is what the server would not refuse: a value is compared, and only one effect has seconds.</summary>
    private static TolerationDeclaration ReadToleration(AttributeArguments arguments)
    {
        Declared<string> value = arguments.String("Value");
        Declared<string> effect = arguments.Enum("Effect");
        Declared<long> seconds = arguments.Long("TolerationSeconds");
        return new(
            arguments.String("Key"),
            value.State == DeclaredState.Absent ? arguments.Enum("Operator").Or("Exists", arguments.Location) : arguments.Enum("Operator"),
            value,
            seconds.State == DeclaredState.Absent ? effect : effect.Or("NoExecute", arguments.Location),
            seconds);
    }

    private static ServiceAccountDeclaration ReadServiceAccount(AttributeArguments arguments, Declared<string> appName)
    {
        Declared<string> name = arguments.String("Name");
        Declared<bool> create = arguments.Bool("Create");
        return new(
            name.State == DeclaredState.Absent && create.OrDefault(false) ? appName : name,
            create,
            arguments.Bool("MountToken"));
    }
}
