using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Which area a field counts for.</summary>
public class AttributeAreasTests
{
    private const string Set = """
        kind: StatefulSet
        metadata: { name: a, labels: { app: a, tier: x } }
        spec:
          serviceName: s
          template:
            metadata: { annotations: { k: v } }
            spec:
              containers:
              - name: c
                image: i:1
                volumeMounts:
                - { name: conf, mountPath: /conf }
                - { name: data, mountPath: /data }
                - { name: tmp, mountPath: /tmp }
              - { name: d, image: i:1 }
              initContainers:
              - { name: e, image: i:1 }
              volumes:
              - { name: conf, configMap: { name: m } }
              - { name: tmp }
          volumeClaimTemplates:
          - metadata: { name: data }
        """;

    [Theory]
    [InlineData("StatefulSet/a metadata.labels.app", "name label")]
    [InlineData("StatefulSet/a metadata.labels.tier", "labels")]
    [InlineData("StatefulSet/a spec.template.metadata.annotations.k", "annotations")]
    [InlineData("StatefulSet/a spec.template.spec.containers[c].image", "container")]
    [InlineData("StatefulSet/a spec.template.spec.containers[d].image", "further containers")]
    [InlineData("StatefulSet/a spec.template.spec.initContainers[e].image", "init containers")]
    [InlineData("StatefulSet/a spec.template.spec.containers[c].volumeMounts[/conf].mountPath", "config files")]
    [InlineData("StatefulSet/a spec.template.spec.containers[c].volumeMounts[/data].mountPath", "volume claims")]
    [InlineData("StatefulSet/a spec.template.spec.containers[c].volumeMounts[/tmp].mountPath", "scratch volumes")]
    [InlineData("StatefulSet/a spec.template.spec.volumes[tmp].name", "scratch volumes")]
    [InlineData("ConfigMap/m data.k", "config files")]
    [InlineData("ConfigMap/n data.k", "ConfigMaps for the environment")]
    [InlineData("Service/s spec.clusterIP", "governing Service")]
    [InlineData("Service/t spec.clusterIP", "Services of other types")]
    [InlineData("StatefulSet/a spec.template.spec.runtimeClassName", "other")]
    public void AFieldCountsForItsArea(string path, string area)
    {
        IReadOnlyList<JsonObject> objects = CorpusYaml.Read(Set);
        Assert.Equal(area, AttributeAreas.Of(FieldRoles.Of(objects).Role(path)).Name);
    }

    [Theory]
    [InlineData("StatefulSet/a spec.replicas", "1", true)]
    [InlineData("StatefulSet/a spec.replicas", "3", false)]
    [InlineData("StatefulSet/a spec.updateStrategy.type", "\"RollingUpdate\"", true)]
    [InlineData("StatefulSet/a spec.template.spec.containers[c].imagePullPolicy", "\"IfNotPresent\"", true)]
    [InlineData("StatefulSet/a spec.template.spec.containers[c].imagePullPolicy", "\"Always\"", false)]
    [InlineData("Service/s spec.ports[80/TCP].targetPort", "80", true)]
    [InlineData("Service/s spec.ports[80/TCP].targetPort", "8080", false)]
    public void WhatTheServerFillsInNeedsNoArea(string path, string value, bool expected) =>
        Assert.Equal(expected, ServerDefaults.Says(new FieldComparison(path, FieldOutcome.Missing, true, value, null), "i:1"));
}
