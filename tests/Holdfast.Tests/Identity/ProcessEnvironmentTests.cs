using Holdfast.Tests.Shared;
using Holdfast.WellKnown;

namespace Holdfast.Tests.Identity;

public class ProcessEnvironmentTests
{
    [Fact]
    public void ReadsThisMachine()
    {
        Assert.Equal(Environment.MachineName, ProcessEnvironment.Instance.HostName);
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), ProcessEnvironment.Instance.Variable("PATH"));
        Assert.Contains("Holdfast", ProcessEnvironment.Instance.ReadFile(Path.Combine(RepositoryPaths.Root, "Analyzers.sln")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeReadIsNull()
    {
        Assert.Null(ProcessEnvironment.Instance.ReadFile("/no/such/file"));
        Assert.Null(ProcessEnvironment.Instance.ReadFile(RepositoryPaths.Root));
        Assert.Null(ProcessEnvironment.Instance.ReadFile("\0"));
        Assert.Null(ProcessEnvironment.Instance.ReadFile("/proc/self/mem"));
    }

    [Fact]
    public void CurrentAsksThisProcess()
    {
        string? before = Environment.GetEnvironmentVariable(PodEnvironmentVariables.PodName);
        try
        {
            Environment.SetEnvironmentVariable(PodEnvironmentVariables.PodName, "zookeeper-2");
            Assert.Equal(2, PodIdentity.Current<ZooKeeper>().Ordinal);

            Environment.SetEnvironmentVariable(PodEnvironmentVariables.PodName, "kafka-2");
            Assert.Throws<InvalidOperationException>(() => PodIdentity.Current<ZooKeeper>());
        }
        finally
        {
            Environment.SetEnvironmentVariable(PodEnvironmentVariables.PodName, before);
        }
    }
}
