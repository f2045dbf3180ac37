using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Names, duplicates and numbers in pods and Services.</summary>
public class PodRuleTests
{
    [Theory]
    [InlineData("[ServiceAccount({|HF2003:\"Runner\"|})]")]
    [InlineData("[ServiceAccount({|HF2003:\"my_runner\"|}, Create = true)]")]
    [InlineData("[ServiceAccount(\"my.runner\", Create = true)]")]
    [InlineData("[ServiceAccount(Create = true)]")]
    [InlineData("[Scheduling(PriorityClassName = {|HF2003:\"High!\"|}, RuntimeClassName = {|HF2003:\"gVisor\"|})]")]
    [InlineData("[Scheduling(PriorityClassName = \"high.example\", RuntimeClassName = \"gvisor\")]")]
    [InlineData("[ImagePullSecret({|HF2003:\"Registry\"|})] [ImagePullSecret({|HF2003:\"\"|})]")]
    [InlineData("[ImagePullSecret(\"one\")] [ImagePullSecret({|HF2015:\"one\"|})]")]
    [InlineData("[Spread] [Spread({|HF2015:\"kubernetes.io/hostname\"|}, MaxSkew = 2)]")]
    [InlineData("[Spread] [Spread(WhenUnsatisfiable = UnsatisfiableAction.DoNotSchedule)] [Spread(\"zone\")]")]
    [InlineData("[Spread(MaxSkew = {|HF6005:0|}, WhenUnsatisfiable = UnsatisfiableAction.DoNotSchedule, MinDomains = {|HF6005:0|})]")]
    [InlineData("[AntiAffinity(Weight = {|HF6005:0|})] [AntiAffinity(Weight = {|HF6005:101|})] [AntiAffinity(Weight = 1)]")]
    [InlineData("[NodeAffinity(\"a\", NodeAffinityOperator.Exists, Weight = {|HF6005:101|})]")]
    public Task Pods(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: attribute));

    [Theory]
    [InlineData("[Port(80, ServicePort = {|HF6005:0|})] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }")]
    [InlineData("[Port(80, ServicePort = 65535)] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }")]
    [InlineData("[Port(80, HostPort = {|HF6005:65536|})] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80, NodePort = {|HF6005:70000|})] public static partial ServicePort Http { get; } [ClientService(Type = ServiceType.NodePort)] public static partial Service Front { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ClientService(SessionAffinityTimeoutSeconds = {|HF6005:0|})] public static partial Service Front { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ClientService(SessionAffinityTimeoutSeconds = {|HF6005:86401|})] public static partial Service Front { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ReplicaService(Name = {|HF2003:\"Outside\"|})] public static partial ReplicaServices Outside { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ReplicaService] public static partial ReplicaServices Outside { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ReplicaService(Ports = {|HF9004:new[] { \"Htp\" }|})] public static partial ReplicaServices Outside { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ReplicaService] public static partial ServicePort {|HF9002:{|CS9248:Outside|}|} { get; }")]
    public Task Services(string members) => RuleTest.VerifyAsync(Source.App(members: members));
}
