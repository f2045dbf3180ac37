using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Attributes about pods as wholes.</summary>
internal static class PodWriter
{
    public static void Attributes(StringBuilder text, AppDeclaration app, IEnumerable<Offer> aboutSpread)
    {
        PodDeclaration pod = app.Pod;
        foreach (string attribute in new[] { "PodSpec", "PodResources" })
        {
            if (app.Container.Fields.Any(value => value.Argument.Attribute == attribute))
            {
                Line(new AttributeText(attribute, 0).Fields(attribute, app.Container.Fields));
            }
        }

        if (pod.ServiceAccount is { } account)
        {
            bool isOwn = account.Create.OrDefault(false) && account.Name.Equals(app.Name);
            if (!isOwn
                || app.Allows.Count == 0
                || account.MountToken.State != DeclaredState.Absent
                || app.Container.Fields.Any(static value => value.Argument.Attribute == "ServiceAccount"))
            {
                Line(new AttributeText("ServiceAccount", 0).Text(isOwn ? default : account.Name).Flag("Create", account.Create).Flag("MountToken", account.MountToken).Fields("ServiceAccount", app.Container.Fields));
            }
        }

        foreach (AllowDeclaration allow in app.Allows)
        {
            Line(new AttributeText("Allow", 0)
                .Add(allow.Rights.TryGet(out string? rights) ? $"ClientRights.{rights}" : null)
                .Text(allow.Verbs).Text(allow.Resources).Text("Group", allow.Group).Texts("Names", allow.Names));
        }

        foreach (Declared<string> secret in pod.ImagePullSecrets)
        {
            Line(new AttributeText("ImagePullSecret", 0).Text(secret));
        }

        if (pod.Scheduling is { } scheduling)
        {
            Line(new AttributeText("Scheduling", 0)
                .Text("PriorityClassName", scheduling.PriorityClassName)
                .Text("SchedulerName", scheduling.SchedulerName)
                .Text("RuntimeClassName", scheduling.RuntimeClassName)
                .Text("NodeName", scheduling.NodeName));
        }

        if (pod.HostNamespaces is { } host)
        {
            Line(new AttributeText("HostNamespaces", 0).Flag("Network", host.Network).Flag("Pid", host.Pid).Flag("Ipc", host.Ipc));
        }

        if (pod.Dns is { } dns)
        {
            Line(new AttributeText("Dns", 0)
                .Enum("Policy", "DnsPolicy", dns.Policy)
                .Texts("Nameservers", dns.Nameservers)
                .Texts("Searches", dns.Searches)
                .Texts("Options", dns.Options));
        }

        foreach (HostAliasDeclaration alias in pod.HostAliases)
        {
            Line(Rest(new AttributeText("HostAlias", 0).Text(alias.Ip), alias.Hostnames));
        }

        foreach (NodeSelectorDeclaration selector in pod.NodeSelectors)
        {
            Line(new AttributeText("NodeSelector", 0).Text(selector.Key).Text(selector.Value));
        }

        foreach (NodeAffinityDeclaration affinity in pod.NodeAffinities)
        {
            bool isUsual = affinity.Required.OrDefault(true) == (affinity.Weight.State == DeclaredState.Absent);
            Line(Rest(
                new AttributeText("NodeAffinity", 0).Text(affinity.Key).Add(affinity.Operator.TryGet(out string? comparison) ? "NodeAffinityOperator." + comparison : null),
                affinity.Values)
                .Flag("Required", isUsual ? default : affinity.Required)
                .Number("Weight", affinity.Weight));
        }

        foreach (PodAffinityDeclaration affinity in pod.PodAffinities)
        {
            Line(PodAffinity("PodAffinity", affinity));
        }

        foreach (PodAffinityDeclaration affinity in pod.AntiAffinities)
        {
            Line(PodAffinity("AntiAffinity", affinity));
        }

        foreach (TolerationDeclaration toleration in pod.Tolerations)
        {
            bool isExists = toleration.Value.State == DeclaredState.Absent && toleration.Operator.OrDefault(string.Empty) == "Exists";
            bool isNoExecute = toleration.TolerationSeconds.State != DeclaredState.Absent && toleration.Effect.OrDefault(string.Empty) == "NoExecute";
            Line(new AttributeText("Toleration", 0)
                .Text("Key", toleration.Key)
                .Enum("Operator", "TolerationOperator", isExists ? default : toleration.Operator)
                .Text("Value", toleration.Value)
                .Enum("Effect", "TaintEffect", isNoExecute ? default : toleration.Effect)
                .Number("TolerationSeconds", toleration.TolerationSeconds));
        }

        DeclarationWriter.Comments(text, aboutSpread);
        if (pod.NoSpread)
        {
            Line(new AttributeText("NoSpread", 0));
        }

        foreach (SpreadDeclaration spread in pod.Spreads)
        {
            Line(new AttributeText("Spread", 0)
                .Text(spread.TopologyKey)
                .Number("MaxSkew", spread.MaxSkew)
                .Enum("WhenUnsatisfiable", "UnsatisfiableAction", spread.WhenUnsatisfiable)
                .Number("MinDomains", spread.MinDomains)
                .Texts("MatchLabelKeys", spread.MatchLabelKeys)
                .Enum("NodeAffinityPolicy", "NodeInclusionPolicy", spread.NodeAffinityPolicy)
                .Enum("NodeTaintsPolicy", "NodeInclusionPolicy", spread.NodeTaintsPolicy)
                .Fields("Spread", spread.Fields));
        }

        void Line(AttributeText attribute) => DeclarationWriter.Line(text, 0, attribute);
    }

    private static AttributeText PodAffinity(string name, PodAffinityDeclaration affinity) => new AttributeText(name, 0)
        .Add(affinity.App.TryGet(out AppReference? app) ? $"typeof({app.TypeName})" : null)
        .Texts("Labels", affinity.Labels)
        .Texts("Namespaces", affinity.Namespaces)
        .Flag("AnyNamespace", affinity.AnyNamespace)
        .Text("TopologyKey", affinity.TopologyKey)
        .Flag("Required", affinity.Required)
        .Number("Weight", affinity.Weight)
        .Texts("MatchLabelKeys", affinity.MatchLabelKeys)
        .Texts("MismatchLabelKeys", affinity.MismatchLabelKeys)
        .Fields("PodAffinity", affinity.Fields);

    /// <summary>Values that are arguments one by one.</summary>
    private static AttributeText Rest(AttributeText attribute, Declared<EquatableArray<string>> values)
    {
        foreach (string value in values.OrDefault(default))
        {
            attribute.Text(Said.Of(value));
        }

        return attribute;
    }
}
