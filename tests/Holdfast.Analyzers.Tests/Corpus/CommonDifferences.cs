using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>What Holdfast adds to every application, or says in its own way; the README says so out loud.</summary>
internal static class CommonDifferences
{
    private const string Labels = "Holdfast labels with app.kubernetes.io/name and managed-by, and selects by the name";

    public const string Selected = "members are selected by the name alone, which no other set has";

    private const string OldLabel = "app.kubernetes.io/name takes the place of the label app";

    private const string Restricted = "the restricted pod security profile";

    private const string Identity = "code learns from them which member it is";

    private const string Named = "every port has a name, so that it has an SRV record";

    public static IReadOnlyList<MeantDifference> All { get; } =
    [
        Extra("*.labels.app.kubernetes.io/*", Labels),
        Extra("*.matchLabels.app.kubernetes.io/name", Labels),
        Extra("Service/* spec.selector.app.kubernetes.io/name", Labels),
        Missing("*.labels.app", OldLabel),
        Missing("*.matchLabels.*", Selected),
        Missing("Service/* spec.selector.app", OldLabel),
        Extra("StatefulSet/* spec.template.spec.securityContext.*", Restricted),
        Extra("StatefulSet/* spec.template.spec.*ontainers[*].securityContext.allowPrivilegeEscalation", Restricted),
        Extra("StatefulSet/* spec.template.spec.*ontainers[*].securityContext.capabilities.drop", Restricted),
        Extra("StatefulSet/* spec.template.spec.*ontainers[*].env[POD_NAME].*", Identity),
        Extra("StatefulSet/* spec.template.spec.*ontainers[*].env[POD_NAMESPACE].*", Identity),
        Extra("StatefulSet/* spec.template.spec.*ontainers[*].env[POD_ORDINAL].*", Identity),
        Extra("StatefulSet/* spec.template.metadata.annotations.holdfast.dev/config-hash", "the pods are rolled when the configuration changes"),
        Extra("StatefulSet/* spec.template.spec.topologySpreadConstraints[kubernetes.io/hostname,ScheduleAnyway].*", "members are spread over hosts, softly"),
        Extra("StatefulSet/* spec.template.spec.containers[*].ports[*].name", Named),
        Extra("Service/* spec.ports[*].name", Named),
        Different("Service/* spec.publishNotReadyAddresses", "replicas that look for each other to become ready would wait forever"),
        Extra("PodDisruptionBudget/* spec.unhealthyPodEvictionPolicy", "a broken replica does not block the drain that would fix it"),
        Different("PodDisruptionBudget/* metadata.name", "nothing refers to a budget by its name"),
    ];
}
