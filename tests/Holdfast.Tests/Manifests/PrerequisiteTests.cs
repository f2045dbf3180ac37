namespace Holdfast.Tests.Manifests;

/// <summary>What generated code says about the objects that an application needs, as the list of them.</summary>
public class PrerequisiteTests
{
    [Fact]
    public void Lines_AreReadInTheirOrder()
    {
        IReadOnlyList<Prerequisite> read = Prerequisite.Read(
            "needs\tSecret\tdb\tshop\trequired\tpassword,user\nneeds\tStorageClass\tfast\t\toptional\t\nmakes\tConfigMap\tdb\t");

        Assert.Equal(["Secret db", "StorageClass fast"], read.Select(static needed => needed.ToString()));
        Assert.Equal(("Secret", "db", "shop", false), (read[0].Kind, read[0].Name, read[0].Namespace, read[0].IsOptional));
        Assert.Equal(["password", "user"], read[0].Keys);
        Assert.Equal(("StorageClass", "fast", null, true), (read[1].Kind, read[1].Name, read[1].Namespace, read[1].IsOptional));
        Assert.Empty(read[1].Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("makes\tPersistentVolumeClaim\tdata-orders-*\t")]
    [InlineData("needs\tSecret")]
    public void WhatIsNotNeeded_IsLeftOut(string lines) => Assert.Empty(Prerequisite.Read(lines));

    [Fact]
    public void Nothing_IsTheSameEmptyList() => Assert.Same(Prerequisite.Read(), Prerequisite.Read());
}
