using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>Declarations as C#: the way back of the reader of attributes. What an attribute means without saying it is not written.</summary>
internal static class DeclarationWriter
{
    private const int Step = 4;

    /// <summary>A file of types.</summary>
    /// <param name="apps">The types.</param>
    /// <param name="ns">Their namespace; empty for the global one.</param>
    public static string Write(IEnumerable<ImportedApp> apps, string ns)
    {
        var text = new StringBuilder("using Holdfast;\n");
        if (ns.Length > 0)
        {
            text.Append("\nnamespace ").Append(ns).Append(";\n");
        }

        foreach (ImportedApp app in apps)
        {
            text.Append('\n').Append(Write(app.App));
        }

        return text.ToString();
    }

    /// <summary>One type.</summary>
    public static string Write(AppDeclaration app)
    {
        var text = new StringBuilder();
        ILookup<OfferPlace, Offer> offers = Offers.Of(app).ToLookup(static offer => offer.Place);
        text.Append("/// <summary>The ").Append(app.Kind).Append(" <c>").Append(Documentation(app.Name.OrDefault(string.Empty))).Append("</c>.</summary>\n");
        Comments(text, offers[OfferPlace.Type]);
        Line(text, 0, Head(app));
        ContainerWriter.Attributes(text, app, app.Container, 0);
        PodWriter.Attributes(text, app, offers[OfferPlace.Spread]);
        Objects(text, app);
        foreach (FurtherManifestDeclaration manifest in app.Manifests)
        {
            Line(text, 0, new AttributeText("Manifest", 0).Text(manifest.File.State == DeclaredState.Absent ? manifest.Yaml : default).Text("File", manifest.File));
        }

        Comments(text, offers[OfferPlace.Patch]);
        foreach (PatchDeclaration patch in app.Patches)
        {
            Line(text, 0, new AttributeText("Patch", 0).Text(patch.Yaml));
        }

        text.Append("public sealed partial class ").Append(app.Type.Name).Append("\n{\n");
        int start = text.Length;
        MemberWriter.Members(text, app, app.Container, Step);
        foreach (ContainerDeclaration container in app.MoreContainers)
        {
            if (text.Length > start)
            {
                text.Append('\n');
            }

            ContainerWriter.Attributes(text, app, container, Step);
            text.Append(' ', Step).Append("public static partial class ").Append(container.Type!.Name).Append('\n');
            text.Append(' ', Step).Append("{\n");
            MemberWriter.Members(text, app, container, Step * 2);
            text.Append(' ', Step).Append("}\n");
        }

        return text.Append("}\n").ToString();
    }

    public static void Line(StringBuilder text, int indent, AttributeText attribute) => text.Append(' ', indent).Append(attribute).Append('\n');

    public static void Comments(StringBuilder text, IEnumerable<Offer> offers)
    {
        foreach (Offer offer in offers)
        {
            text.Append("// ").Append(offer.Text).Append('\n');
        }
    }

    private static AttributeText Head(AppDeclaration app)
    {
        AttributeText head = new AttributeText(AttributeNames.Short(AppKinds.AttributeOf(app.Kind)), 0)
            .Text(app.Name)
            .Text(app.Job?.Schedule?.Schedule ?? default)
            .Number("Replicas", app.Replicas)
            .Number("OrdinalStart", app.OrdinalStart)
            .Text("Namespace", app.Namespace)
            .Flag("CreateNamespace", app.CreateNamespace)
            .Text("ClusterDomain", app.ClusterDomain)
            .Text("ServiceName", app.ServiceName)
            .Enum("PodManagementPolicy", app.PodManagementPolicy)
            .Enum("UpdateStrategy", app.UpdateStrategy)
            .Number("UpdatePartition", app.UpdatePartition)
            .Number("MaxUnavailable", app.MaxUnavailable)
            .Number("MaxUnavailablePercent", app.MaxUnavailablePercent);
        if (app.Deployment is { } deployment)
        {
            head.Enum("Strategy", "DeploymentStrategy", deployment.Strategy)
                .Number("MaxSurge", deployment.MaxSurge)
                .Number("MaxSurgePercent", deployment.MaxSurgePercent)
                .Number("MaxUnavailable", deployment.MaxUnavailable)
                .Number("MaxUnavailablePercent", deployment.MaxUnavailablePercent)
                .Number("ProgressDeadlineSeconds", deployment.ProgressDeadlineSeconds)
                .Flag("Paused", deployment.Paused);
        }

        if (app.Job is { } job)
        {
            head.Number("Completions", job.Completions)
                .Number("Parallelism", job.Parallelism)
                .Enum("CompletionMode", "JobCompletionMode", job.CompletionMode)
                .Number("BackoffLimit", job.BackoffLimit)
                .Number("ActiveDeadlineSeconds", job.ActiveDeadlineSeconds)
                .Number("TtlSecondsAfterFinished", job.TtlSecondsAfterFinished)
                .Enum("RestartPolicy", "JobRestartPolicy", job.RestartPolicy)
                .Flag("Suspend", job.Suspend)
                .Flag("FixedName", job.FixedName);
        }

        if (app.Job?.Schedule is { } schedule)
        {
            head.Text("TimeZone", schedule.TimeZone)
                .Enum("ConcurrencyPolicy", schedule.ConcurrencyPolicy)
                .Number("StartingDeadlineSeconds", schedule.StartingDeadlineSeconds)
                .Number("SuccessfulJobsHistoryLimit", schedule.SuccessfulJobsHistoryLimit)
                .Number("FailedJobsHistoryLimit", schedule.FailedJobsHistoryLimit);
        }

        return head
            .Number("MinReadySeconds", app.MinReadySeconds)
            .Number("RevisionHistoryLimit", app.RevisionHistoryLimit)
            .Number("TerminationGracePeriodSeconds", app.TerminationGracePeriodSeconds);
    }

    private static void Objects(StringBuilder text, AppDeclaration app)
    {
        if (app.HeadlessService is { } headless)
        {
            Line(
                text,
                0,
                MemberWriter.IpFamilies(
                    new AttributeText("HeadlessService", 0).Text(headless.Name).Flag("PublishNotReadyAddresses", headless.PublishNotReadyAddresses),
                    headless.IpFamilies).Fields("HeadlessService", app.Container.Fields));
        }

        if (app.ClaimRetention is { } retention)
        {
            Line(text, 0, new AttributeText("ClaimRetention", 0).Enum("WhenDeleted", "ClaimRetention", retention.WhenDeleted).Enum("WhenScaled", "ClaimRetention", retention.WhenScaled));
        }

        if (app.DisruptionBudget is { } budget)
        {
            Line(text, 0, new AttributeText("DisruptionBudget", 0)
                .Text("Name", budget.Name)
                .Number("MinAvailable", budget.MinAvailable)
                .Number("MinAvailablePercent", budget.MinAvailablePercent)
                .Number("MaxUnavailable", budget.MaxUnavailable)
                .Number("MaxUnavailablePercent", budget.MaxUnavailablePercent)
                .Enum("UnhealthyPodEvictionPolicy", budget.UnhealthyPodEvictionPolicy.OrDefault(string.Empty) == "AlwaysAllow" ? default : budget.UnhealthyPodEvictionPolicy));
        }

        if (app.Quorum is { } quorum)
        {
            Line(text, 0, new AttributeText("Quorum", 0).Enum("Bootstrap", quorum.Bootstrap).Flag("ReadinessNeedsPeers", quorum.ReadinessNeedsPeers));
        }

        if (app.NetworkPolicy is { } policy)
        {
            Line(text, 0, Policy(policy, app));
        }

        if (app.Autoscaler is { } autoscaler)
        {
            Line(text, 0, Autoscaler(autoscaler).Fields("Autoscaler", app.Container.Fields));
        }

        foreach (SelectorDeclaration selector in app.Selectors)
        {
            Line(text, 0, new AttributeText("Selector", 0).Text(selector.Key).Text(selector.Value));
        }

        foreach (MetadataDeclaration label in app.Labels)
        {
            Line(text, 0, Metadata("Label", label));
        }

        foreach (MetadataDeclaration annotation in app.Annotations)
        {
            Line(text, 0, Metadata("Annotation", annotation));
        }
    }

    private static AttributeText Metadata(string attribute, MetadataDeclaration entry) => new AttributeText(attribute, 0)
        .Text(entry.Key)
        .Text(entry.Value)
        .Add(entry.On.TryGet(out EquatableArray<string> targets)
            ? "On = " + (targets.Count == 0 ? "ManifestTargets.None" : string.Join(" | ", targets.Select(static target => "ManifestTargets." + target)))
            : null);

    private static AttributeText Policy(NetworkPolicyDeclaration policy, AppDeclaration app) => new AttributeText("NetworkPolicy", 0)
        .Text("Name", policy.Name)
        .Members("PeerPorts", policy.PeerPorts, app)
        .Members("ClientPorts", policy.ClientPorts, app)
        .Add(Types("Clients", policy.Clients))
        .Texts("ClientLabels", policy.ClientLabels)
        .Texts("ClientNamespaces", policy.ClientNamespaces)
        .Texts("ClientCidrs", policy.ClientCidrs)
        .Flag("AnyClient", policy.AnyClient)
        .Flag("RestrictEgress", policy.RestrictEgress)
        .Add(Types("EgressTo", policy.EgressTo))
        .Texts("EgressLabels", policy.EgressLabels)
        .Texts("EgressNamespaces", policy.EgressNamespaces)
        .Texts("EgressCidrs", policy.EgressCidrs);

    private static string? Types(string argument, Declared<EquatableArray<AppReference>> apps)
    {
        if (!apps.TryGet(out EquatableArray<AppReference> references))
        {
            return null;
        }

        return references.Count == 0
            ? argument + " = new System.Type[0]"
            : $"{argument} = new[] {{ {string.Join(", ", references.Select(static app => $"typeof({app.TypeName})"))} }}";
    }

    private static AttributeText Autoscaler(AutoscalerDeclaration autoscaler)
    {
        bool measuresOther = autoscaler.MemoryUtilization.State != DeclaredState.Absent
            || autoscaler.CpuAverage.State != DeclaredState.Absent
            || autoscaler.MemoryAverage.State != DeclaredState.Absent;
        bool isUsual = !measuresOther && autoscaler.CpuUtilization.OrDefault(0) == ManifestDefaults.CpuUtilization;
        return new AttributeText("Autoscaler", 0)
            .Number(autoscaler.MinReplicas)
            .Number(autoscaler.MaxReplicas)
            .Text("Name", autoscaler.Name)
            .Number("CpuUtilization", isUsual ? default : autoscaler.CpuUtilization)
            .Number("MemoryUtilization", autoscaler.MemoryUtilization)
            .Text("CpuAverage", autoscaler.CpuAverage)
            .Text("MemoryAverage", autoscaler.MemoryAverage)
            .Number("ScaleDownStabilizationSeconds", autoscaler.ScaleDownStabilizationSeconds)
            .Number("ScaleDownReplicas", autoscaler.ScaleDownReplicas)
            .Number("ScaleDownPercent", autoscaler.ScaleDownPercent)
            .Number("ScaleDownPeriodSeconds", autoscaler.ScaleDownPeriodSeconds)
            .Flag("NeverScaleDown", autoscaler.NeverScaleDown)
            .Number("ScaleUpStabilizationSeconds", autoscaler.ScaleUpStabilizationSeconds)
            .Number("ScaleUpReplicas", autoscaler.ScaleUpReplicas)
            .Number("ScaleUpPercent", autoscaler.ScaleUpPercent)
            .Number("ScaleUpPeriodSeconds", autoscaler.ScaleUpPeriodSeconds);
    }

    private static string Documentation(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace('\n', ' ').Replace('\r', ' ');
}
