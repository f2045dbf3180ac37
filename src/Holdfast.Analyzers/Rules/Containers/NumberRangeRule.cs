using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Model.Fields;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>HF6005: a number that the API server refuses, wherever in an object it stands.</summary>
internal sealed class NumberRangeRule : Rule
{
    private const string Any = NodePaths.Any;

    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6005",
        title: "A number is outside of its range",
        messageFormat: "{0} is {1}, so the API server refuses the {2}; use a number from {3} to {4}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6005"));

    /// <summary>Ends of paths, and the range of the number that stands there.</summary>
    private static readonly ImmutableArray<NumberRange> Ranges =
    [
        new(["spec", "replicas"], 0, int.MaxValue),
        new(["defaultMode"], 0, KubernetesLimits.MaxFileMode),
        new(["items", Any, "mode"], 0, KubernetesLimits.MaxFileMode),
        new(["serviceAccountToken", "expirationSeconds"], KubernetesLimits.TokenSeconds, KubernetesLimits.MaxTokenSeconds),
        new(["sleep", "seconds"], 0, int.MaxValue),
        new(["minReadySeconds"], 0, int.MaxValue),
        new(["revisionHistoryLimit"], 0, int.MaxValue),
        new(["rollingUpdate", "partition"], 0, int.MaxValue),
        new(["rollingUpdate", "maxSurge"], 0, int.MaxValue) { MaxPercent = int.MaxValue },
        new(["spec", "progressDeadlineSeconds"], 1, int.MaxValue),
        new(["livenessProbe", "terminationGracePeriodSeconds"], 1, int.MaxValue),
        new(["startupProbe", "terminationGracePeriodSeconds"], 1, int.MaxValue),
        new(["terminationGracePeriodSeconds"], 0, int.MaxValue),
        new(["ordinals", "start"], 0, KubernetesLimits.MaxOrdinal),

        // To the API server 0 is no port of the host, or one that it chooses; exported Services have it.
        new(["ports", Any, "hostPort"], 0, KubernetesLimits.MaxPort),
        new(["ports", Any, "nodePort"], 0, KubernetesLimits.MaxPort),
        new(["clientIP", "timeoutSeconds"], 1, KubernetesLimits.SessionAffinitySeconds),
        new(["topologySpreadConstraints", Any, "maxSkew"], 1, int.MaxValue),
        new(["topologySpreadConstraints", Any, "minDomains"], 1, int.MaxValue),
        new(["preferredDuringSchedulingIgnoredDuringExecution", Any, "weight"], 1, KubernetesLimits.PreferenceWeight),
        new(["ports", Any, "containerPort"], KubernetesLimits.MinPort, KubernetesLimits.MaxPort),
        new(["ports", Any, "port"], KubernetesLimits.MinPort, KubernetesLimits.MaxPort),
        new(["grpc", "port"], KubernetesLimits.MinPort, KubernetesLimits.MaxPort),
        new(["spec", "healthCheckNodePort"], KubernetesLimits.MinPort, KubernetesLimits.MaxPort),
        new(["spec", "minReplicas"], 1, int.MaxValue),
        new(["spec", "maxReplicas"], 1, int.MaxValue),
        new(["target", "averageUtilization"], 1, int.MaxValue),
        new(["stabilizationWindowSeconds"], 0, KubernetesLimits.StabilizationSeconds),
        new(["policies", Any, "value"], 1, int.MaxValue),
        new(["policies", Any, "periodSeconds"], 1, KubernetesLimits.ScalingPeriodSeconds),
        new(["initialDelaySeconds"], 0, int.MaxValue),
        new(["periodSeconds"], 0, int.MaxValue),
        new(["timeoutSeconds"], 0, int.MaxValue),
        new(["failureThreshold"], 0, int.MaxValue),
        new(["readinessProbe", "successThreshold"], 0, int.MaxValue),
        new(["livenessProbe", "successThreshold"], 0, 1),
        new(["startupProbe", "successThreshold"], 0, 1),
        new(["minAvailable"], 0, int.MaxValue),
        new(["maxUnavailable"], 0, int.MaxValue),
        new(["securityContext", "runAsUser"], 0, int.MaxValue),
        new(["securityContext", "runAsGroup"], 0, int.MaxValue),
        new(["securityContext", "fsGroup"], 0, int.MaxValue),
        new(["supplementalGroups", Any], 0, int.MaxValue),
        new(["httpGet", "port"], KubernetesLimits.MinPort, KubernetesLimits.MaxPort),
        new(["tcpSocket", "port"], KubernetesLimits.MinPort, KubernetesLimits.MaxPort),
        new(["ports", Any, "endPort"], KubernetesLimits.MinPort, KubernetesLimits.MaxPort),
        new(["ports", Any, "targetPort"], 0, KubernetesLimits.MaxPort),
    ];

    private static readonly PathTable<NumberRange> ByPath = new(Ranges, static range => range.PathEnd);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach ((MappingNode node, ScalarNode scalar, ImmutableStack<string> path) in manifests.Scalars)
        {
            if (ByPath.Find(path) is { } range && Value(scalar) is { } value && (value < range.Min || value > range.MaxFor(scalar)) && FieldTable.Knows(node))
            {
                string kind = node["kind"].TryGetString(out string? text) ? text : "object";
                context.Report(this, scalar.Origin, new RuleFinding(path.Peek(), scalar.Text, kind, range.Min, range.MaxFor(scalar)));
            }
        }
    }

    /// <summary>The number, also that of a percentage.</summary>
    private static long? Value(ScalarNode scalar)
    {
        if (scalar.TryGetInteger(out long number))
        {
            return number;
        }

        return scalar.TryGetString(out string? text)
            && text.EndsWith("%", StringComparison.Ordinal)
            && long.TryParse(text.Substring(0, text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long percent)
                ? percent
                : null;
    }
}
