using System.Text;

namespace Holdfast.Build.Tests;

public class OwnershipTests
{
    private const string Header = "# Written by Holdfast for Shop\n";

    [Theory]
    [InlineData(Header + "a: 2\n", Header + "a: 1\n", false)]
    [InlineData("# Written by Holdfast for Shop\r\na: 2\r\n", Header + "a: 1\n", false)]
    [InlineData("# Written by Holdfast for Other\n", Header + "a: 1\n", true)]
    [InlineData("a: 2\n", Header + "a: 1\n", true)]
    [InlineData("", Header + "a: 1\n", true)]
    [InlineData("a: 2\n", "a: 1\n", false)]
    public void WithoutMemory_TheFirstLineDecides(string existing, string desired, bool foreign) =>
        Assert.Equal(foreign, Ownership.IsForeign(Bytes(existing), Bytes(desired), rememberedHash: null));

    [Fact]
    public void WhatWasWritten_IsOurs() =>
        Assert.False(Ownership.IsForeign(Bytes("a: 2\n"), Bytes(Header), ContentHash.Of(Bytes("a: 2\n"))));

    [Fact]
    public void WhatWasTakenOver_IsForeign() =>
        Assert.True(Ownership.IsForeign(Bytes("a: mine\n"), Bytes(Header), ContentHash.Of(Bytes("a: 2\n"))));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
