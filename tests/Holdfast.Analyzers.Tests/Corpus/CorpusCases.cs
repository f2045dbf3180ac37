using Holdfast.Analyzers.Tests.Corpus.Cases;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>All full StatefulSets of the corpus.</summary>
internal static class CorpusCases
{
    public static IReadOnlyList<CorpusCase> All { get; } =
    [
        Cassandra.Case,
        CockroachDb.Case,
        Minio.Case,
        Web.Case,
        KafkaContrib.Case,
        ZooKeeperContrib.Case,
        KafkaYolean.Case,
        ZooKeeperPersistent.Case,
        ZooKeeperRegional.Case,
        Mongo.Case,
        ElasticsearchData.Case,
        ElasticsearchMaster.Case,
        Consul.Case,
        ConsulProtoActor.Case,
        Patroni.Case,
        CitusCoordinator.Case,
        CitusFirstWorkers.Case,
        CitusSecondWorkers.Case,
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
