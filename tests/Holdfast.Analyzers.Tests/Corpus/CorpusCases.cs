using Holdfast.Analyzers.Tests.Corpus.Cases;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>All full StatefulSets of the corpus.</summary>
internal static class CorpusCases
{
    public static IReadOnlyList<CorpusCase> All { get; } =
    [
        Cassandra.Case,
        new("02-cockroachdb-trap", "cockroachdb", Service("cockroachdb-public"), Service("cockroachdb"), Budget("cockroachdb-budget")),
        Minio.Case,
        Web.Case,
        new("05-kafka-contrib", "kafka", Service("kafka-svc"), Budget("kafka-pdb")),
        ZooKeeperContrib.Case,
        new("07-kafka-yolean", "kafka", Service("kafka"), Service("bootstrap"), ConfigMap("broker-config")),
        new("08-zookeeper-yolean", "pzoo", Service("pzoo"), Service("zookeeper"), ConfigMap("zookeeper-config")),
        new("08-zookeeper-yolean", "zoo", Service("zoo")),
        Mongo.Case,
        ElasticsearchData.Case,
        ElasticsearchMaster.Case,
        Consul.Case,
        ConsulProtoActor.Case,
        new("14-patroni", "patronidemo", Service("patronidemo-config"), Service("patronidemo"), Service("patronidemo-repl")),
        new("15-citus-patroni", "citusdemo-0", Service("citusdemo-0-config"), Service("citusdemo-0")),
        new("15-citus-patroni", "citusdemo-1", Service("citusdemo-1-config"), Service("citusdemo-1"), Service("citusdemo-workers")),
        new("15-citus-patroni", "citusdemo-2", Service("citusdemo-2-config"), Service("citusdemo-2")),
        Etcd.Case,
        RedisCluster.Case,
        AkkaAzure.Case,
        AkkaHocon.Case,
        AkkaKubernetes.Case,
        AkkaStressTest.Case,
        ToolGatewayLocal.Case,
        ToolGatewayCloud.Case,
        ModelCatalogPostgres.Case,
        Metacontroller.Case,
    ];

    public static IEnumerable<CorpusCase> Declared => All.Where(static item => item.Declaration is not null);
}
