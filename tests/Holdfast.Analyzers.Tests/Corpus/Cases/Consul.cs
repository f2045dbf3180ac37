using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Consul
{
    public static CorpusCase Case { get; } = new("12-consul", "consul", Service("consul"))
    {
        Declaration = nameof(Consul),
        Meant =
        [
            Extra("Service/consul spec.ports[53/TCP].*", "the governing Service has every port"),
            Extra("Service/consul spec.ports[8080/TCP].*", "the governing Service has every port"),
            Different("StatefulSet/* spec.template.spec.containers[consul].ports[*].name", "a port has one name, in the pod and in the Service"),
            Extra("StatefulSet/* spec.template.spec.containers[consul].ports[830*/UDP].*", "the Service leads there, so the pod names it"),
        ],
        NotYet =
        [
            new(Labels, "Service/consul metadata.labels.name"),
            new(Affinity, "StatefulSet/* spec.template.spec.affinity.*"),
            new(GracePeriod, "StatefulSet/* spec.template.spec.terminationGracePeriodSeconds"),
            new(Lifecycle, "StatefulSet/* spec.template.spec.containers[consul].lifecycle.*"),
            new(Labels, "*abels.component"),
            new(Annotations, "StatefulSet/* spec.template.metadata.annotations.*"),
            new(ServiceAccount, "StatefulSet/* spec.template.spec.serviceAccount*"),
            new(Secrets, "StatefulSet/* spec.template.spec.containers[consul].env[GOSSIP_ENCRYPTION_KEY].*"),
            new(Secrets, "StatefulSet/* spec.template.spec.volumes[tls].*"),
            new(Secrets, "StatefulSet/* spec.template.spec.containers[consul].volumeMounts[/etc/tls].*"),
            new(ConfigFiles, "StatefulSet/* spec.template.spec.volumes[config].*"),
            new(ConfigFiles, "StatefulSet/* spec.template.spec.containers[consul].volumeMounts[/etc/consul/config].*"),
        ],
    };
}
