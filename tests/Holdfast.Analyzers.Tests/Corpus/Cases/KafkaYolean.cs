using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class KafkaYolean
{
    public static CorpusCase Case { get; } = new("07-kafka-yolean", "kafka", Service("kafka"), Service("bootstrap"), ConfigMap("broker-config"))
    {
        Declaration = nameof(KafkaYolean),
        Files = CorpusText.Entries("broker-config", "init.sh", "server.properties", "log4j.properties"),
        Meant =
        [
            Extra("Service/kafka spec.ports[9094/TCP].*", "the governing Service has every port"),
            Extra("Service/kafka spec.ports[5555/TCP].*", "the governing Service has every port"),
            Missing("Service/* metadata.annotations.service.alpha.kubernetes.io/tolerate-unready-endpoints", "publishNotReadyAddresses takes its place"),
        ],
    };
}
