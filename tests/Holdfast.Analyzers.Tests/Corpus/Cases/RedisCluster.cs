using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class RedisCluster
{
    public static CorpusCase Case { get; } = new("17-redis-cluster", "redis-cluster", Service("redis-cluster"), ConfigMap("redis-cluster"))
    {
        Declaration = nameof(RedisCluster),
        Files = CorpusText.Entries("redis-cluster", "fix-ip.sh", "redis.conf"),
        Findings = [new("HF5014", "the original asks the same for both")],
    };
}
