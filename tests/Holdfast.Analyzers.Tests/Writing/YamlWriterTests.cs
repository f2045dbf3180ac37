using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using static Holdfast.Analyzers.Tests.Writing.Nodes;

namespace Holdfast.Analyzers.Tests.Writing;

public class YamlWriterTests
{
    [Fact]
    public void NoDocuments_AreNoText() => Assert.Equal("", YamlWriter.Write([]));

    [Fact]
    public void Documents_AreSeparated() =>
        AssertWritten(
            "a: 1\n---\nb: 2\n---\n{}\n", Map(("a", Number(1))), Map(("b", Number(2))), Map());

    [Fact]
    public void Keys_KeepTheirOrder() =>
        AssertWritten("b: 1\na: 2\nB: 3\n", Map(("b", Number(1)), ("a", Number(2)), ("B", Number(3))));

    [Fact]
    public void Scalars_AreWrittenAsTheirKind() =>
        AssertWritten(
            "string: \"80\"\ninteger: -80\nfloat: 1.0e+3\nboolean: true\nother: false\nnothing: null\n",
            Map(
                ("string", Text("80")),
                ("integer", Number(-80)),
                ("float", ScalarNode.Float("1e3")),
                ("boolean", ScalarNode.Boolean(true)),
                ("other", ScalarNode.Boolean(false)),
                ("nothing", ScalarNode.Null())));

    [Fact]
    public void WhatIsUnknown_IsNull() =>
        AssertWritten("a: null\nb:\n- null\n", Map(("a", new UnknownNode()), ("b", List(new UnknownNode()))));

    [Fact]
    public void EmptyCollections_AreFlow() =>
        AssertWritten("a: {}\nb: []\nc:\n- {}\n- []\n", Map(("a", Map()), ("b", List()), ("c", List(Map(), List()))));

    [Fact]
    public void Dashes_StandBelowTheirKey() =>
        AssertWritten(
            "a:\n  b:\n  - u\n  - v\nc:\n- w\n",
            Map(("a", Map(("b", List(Text("u"), Text("v"))))), ("c", List(Text("w")))));

    [Fact]
    public void MappingsInLists_BeginBesideTheDash() =>
        AssertWritten(
            "a:\n- name: x\n  ports:\n  - 1\n  env:\n    k: v\n- name: z\n",
            Map(("a", List(
                Map(("name", Text("x")), ("ports", List(Number(1))), ("env", Map(("k", Text("v"))))),
                Map(("name", Text("z")))))));

    [Fact]
    public void ListsInLists_BeginBesideTheDash() =>
        AssertWritten(
            "a:\n- - 1\n  - 2\n- - - k: v\n      l: w\n",
            Map(("a", List(List(Number(1), Number(2)), List(List(Map(("k", Text("v")), ("l", Text("w")))))))));

    [Fact]
    public void Texts_AreIndentedBelowWhatTheyBelongTo() =>
        AssertWritten(
            "a: |\n  1\n  2\nb:\n  c: |2\n     1\n  d:\n  - |-\n    1\n    2\n  - e: |2-\n       1\n      2\n  - - |\n      1\n",
            Map(
                ("a", Text("1\n2\n")),
                ("b", Map(
                    ("c", Text(" 1\n")),
                    ("d", List(Text("1\n2"), Map(("e", Text(" 1\n2"))), List(Text("1\n"))))))));

    [Fact]
    public void Keys_AreQuotedLikeValues() =>
        AssertWritten(
            "\"on\": 1\n\"080\": 2\n\"\": 3\n\"a\\nb\": 4\nexample.com/x: 5\n\"<<\": 6\n\"---\": 7\n",
            Map(
                ("on", Number(1)),
                ("080", Number(2)),
                ("", Number(3)),
                ("a\nb", Number(4)),
                ("example.com/x", Number(5)),
                ("<<", Number(6)),
                ("---", Number(7))));

    [Fact]
    public void KeysTooLongForReaders_AreMarked()
    {
        string key = new('k', 1001);
        AssertWritten(
            $"a:\n- ? {key}\n  : 1\n  ? {key}l\n  :\n  - x\n  b: 2\n",
            Map(("a", List(Map((key, Number(1)), (key + "l", List(Text("x"))), ("b", Number(2)))))));
        AssertWritten($"{key[1..]}: 1\n", Map((key[1..], Number(1))));
    }

    [Fact]
    public void AStatefulSet_ReadsLikeKubectls() =>
        Snapshot.Match(YamlWriter.Write([ZooKeeperService, ZooKeeperConfig, ZooKeeperSet]), "yaml");

    private static MappingNode Labels { get; } =
        Map(("app.kubernetes.io/name", Text("zookeeper")), ("app.kubernetes.io/version", Text("3.9.3")));

    private static MappingNode ZooKeeperService { get; } = Map(
        ("apiVersion", Text("v1")),
        ("kind", Text("Service")),
        ("metadata", Map(("name", Text("zookeeper")), ("labels", Labels))),
        ("spec", Map(
            ("clusterIP", Text("None")),
            ("publishNotReadyAddresses", ScalarNode.Boolean(true)),
            ("ports", List(Map(("name", Text("client")), ("port", Number(2181)), ("targetPort", Text("client"))))),
            ("selector", Labels))));

    private static MappingNode ZooKeeperConfig { get; } = Map(
        ("apiVersion", Text("v1")),
        ("kind", Text("ConfigMap")),
        ("metadata", Map(("name", Text("zookeeper-config")))),
        ("data", Map(
            ("zoo.cfg", Text("# ensemble\ntickTime=2000\n\ndataDir=/data\n")),
            ("start.sh", Text("#!/bin/sh\nif true; then\n\texec zkServer.sh\nfi")),
            ("windows.txt", Text("a\r\nb\r\n")))));

    private static MappingNode ZooKeeperSet { get; } = Map(
        ("apiVersion", Text("apps/v1")),
        ("kind", Text("StatefulSet")),
        ("metadata", Map(("name", Text("zookeeper")), ("labels", Labels))),
        ("spec", Map(
            ("serviceName", Text("zookeeper")),
            ("replicas", Number(3)),
            ("selector", Map(("matchLabels", Labels))),
            ("template", Map(
                ("metadata", Map(("labels", Labels))),
                ("spec", Map(
                    ("containers", List(Map(
                        ("name", Text("zookeeper")),
                        ("image", Text("zookeeper:3.9.3")),
                        ("args", List(Text("--config=/etc/zoo.cfg"), Text("-v"), Text("8"), Text("*"))),
                        ("ports", List(Map(("name", Text("client")), ("containerPort", Number(2181))))),
                        ("env", List(
                            Map(
                                ("name", Text("ZOO_MY_ID")),
                                ("valueFrom", Map(("fieldRef", Map(
                                    ("fieldPath", Text("metadata.labels['apps.kubernetes.io/pod-index']"))))))),
                            Map(
                                ("name", Text("ZOO_SERVERS")),
                                ("value", Text("server.1=zookeeper-0.zookeeper:2888:3888;2181"))),
                            Map(("name", Text("ZOO_STANDALONE_ENABLED")), ("value", Text("false"))))),
                        ("resources", Map(
                            ("requests", Map(("cpu", Text("500m")), ("memory", Text("1Gi")))),
                            ("limits", Map(("cpu", Text("2")), ("memory", Text("1Gi")))))),
                        ("volumeMounts", List(Map(("name", Text("data")), ("mountPath", Text("/data")))))))),
                    ("volumes", List(Map(("name", Text("tmp")), ("emptyDir", Map())))))))),
            ("volumeClaimTemplates", List(Map(
                ("metadata", Map(("name", Text("data")))),
                ("spec", Map(
                    ("accessModes", List(Text("ReadWriteOnce"))),
                    ("resources", Map(("requests", Map(("storage", Text("10Gi"))))))))))))));

    private static void AssertWritten(string expected, params MappingNode[] documents) =>
        Assert.Equal(expected, YamlWriter.Write(documents));
}
