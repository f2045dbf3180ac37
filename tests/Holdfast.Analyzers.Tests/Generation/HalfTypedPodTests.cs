using Holdfast.Analyzers.Tests.Rules;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>Half-typed attributes about pods and Services: the rest is generated and the rules say nothing.</summary>
public class HalfTypedPodTests
{
    [Theory]
    [InlineData("[Allow(")]
    [InlineData("[Allow(null, null)]")]
    [InlineData("[Allow(\"get\", )]")]
    [InlineData("[Allow(\"get\", Missing.Resources, Names = )]")]
    [InlineData("[Allow(Missing.Verbs, \"pods\", Group = )]")]
    [InlineData("[Allow(\"\", \" \", Names = new[] { null, \"\" })]")]
    [InlineData("[Allow((ClientRights)42)] [Allow(ClientRights.)]")]
    [InlineData("[Allow(\"get\", \"pods\")] [ServiceAccount(Missing.Name, Create = )]")]
    [InlineData("[Spread(")]
    [InlineData("[Spread(null)]")]
    [InlineData("[Spread(MaxSkew = , WhenUnsatisfiable = (UnsatisfiableAction)42)]")]
    [InlineData("[Spread(Missing.Key, MinDomains = \"x\")]")]
    [InlineData("[NoSpread(] [AntiAffinity(Required = )]")]
    [InlineData("[AntiAffinity(TopologyKey = null, Required = Missing, Weight = 99999999999)]")]
    [InlineData("[Selector]")]
    [InlineData("[Selector(null, null)] [Selector(\"a\")] [Selector(Missing, \"a\")] [Selector(\"a\", Missing)]")]
    [InlineData("[NodeSelector]")]
    [InlineData("[NodeSelector(null, null)] [NodeSelector(\"a\")] [NodeSelector(Missing, \"a\")]")]
    [InlineData("[NodeAffinity(\"key\", NodeAffinityOperator.)]")]
    [InlineData("[NodeAffinity(\"key\", (NodeAffinityOperator)42, null)]")]
    [InlineData("[NodeAffinity(null, NodeAffinityOperator.In, null, \"b\", Required = , Weight = )]")]
    [InlineData("[Toleration(Key = , Operator = , Value = Missing, Effect = TaintEffect., TolerationSeconds = )]")]
    [InlineData("[Scheduling(PriorityClassName = , NodeName = null)]")]
    [InlineData("[Dns(Policy = , Nameservers = new[] { \"1.2.3.4\", }, Searches = null, Options = new[] { \":\", null, \"\" })]")]
    [InlineData("[Dns(Options = new[] { \"a:\", \"ndots:2:3\" })]")]
    [InlineData("[HostAlias] [HostAlias(null)] [HostAlias(\"1.2.3.4\", null)] [HostAlias(\"1.2.3.4\", )]")]
    [InlineData("[ImagePullSecret] [ImagePullSecret(null)] [ImagePullSecret(Missing)]")]
    [InlineData("[HostNamespaces(Network = Missing, Pid = , Ipc]")]
    [InlineData("[ServiceAccount(Create = )] [ServiceAccount(\"twice\")]")]
    [InlineData("[ServiceAccount(Missing.Name, Create = true)]")]
    [InlineData("[HeadlessService(IpFamilies = new[] { (IpFamily)42, })]")]
    public Task AttributesOfTheType(string attributes) => Survives(attributes, "");

    [Theory]
    [InlineData("[ClientService(Type = , SessionAffinity = (SessionAffinity)9, IpFamilies = new[] { IpFamily. })] public static partial Service Other { get; }")]
    [InlineData("[ClientService(Type = Missing, LoadBalancerSourceRanges = new[] { null, \"10.0.0.0/8\" })] public static partial Service Other { get; }")]
    [InlineData("[ClientService(IpFamilies = null, SessionAffinityTimeoutSeconds = \"a\")] public static partial Service Other { get; }")]
    [InlineData("[ReplicaService] public static partial ReplicaServices")]
    [InlineData("[ReplicaService(Name = , Ports = new[] { null })] public static partial ReplicaServices Other { get; }")]
    [InlineData("[ReplicaService(Name = Missing.Name)] public static partial ReplicaServices Other { get; }")]
    [InlineData("[Port(1, ServicePort = , NodePort = Missing, HostPort = 99999999999, AppProtocol = )] public static partial ServicePort Other { get; }")]
    public Task AttributesOfAMember(string member) => Survives("", member);

    private static async Task Survives(string attributes, string member)
    {
        string source = Source.App(
            attributes: attributes,
            members: "[Port(8080)] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; } " + member);
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics);
        Assert.Contains("ServicePort Http =>", Assert.Single(run.Sources).SourceText.ToString(), StringComparison.Ordinal);
        await RuleTest.SurvivesAsync(source);
    }
}
