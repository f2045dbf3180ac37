using System.Text;
using Holdfast.Engine.Yaml;

namespace Holdfast.Analyzers.Tests.Writing;

public class LiteralBlockTests
{
    [Theory]
    [InlineData("a\n", "|\n  a\n")]
    [InlineData("a\nb", "|-\n  a\n  b\n")]
    [InlineData("a\nb\n", "|\n  a\n  b\n")]
    [InlineData("a\n\n", "|+\n  a\n\n")]
    [InlineData("a\nb\n\n\n", "|+\n  a\n  b\n\n\n")]
    [InlineData("a\n\nb", "|-\n  a\n\n  b\n")]
    [InlineData("\na", "|-\n\n  a\n")]
    [InlineData("a\n  b\n\tc\n", "|\n  a\n    b\n  \tc\n")]
    [InlineData(" a\nb\n", "|2\n   a\n  b\n")]
    [InlineData("a\n\t\n\n\tb", "|-\n  a\n  \t\n\n  \tb\n")]
    [InlineData("\n a\n\n", "|2+\n\n   a\n\n")]
    [InlineData("a \n", "|\n  a \n")]
    [InlineData("a\n \nb\n", "|\n  a\n   \n  b\n")]
    [InlineData("a\n ", "|-\n  a\n   \n")]
    [InlineData("---\n...\n# a\n- b: c\n%d\n", "|\n  ---\n  ...\n  # a\n  - b: c\n  %d\n")]
    [InlineData("\U0001F600\u00A0\n", "|\n  \U0001F600\u00A0\n")]
    public void Lines_AreWrittenAsTheyAre(string text, string written)
    {
        Assert.True(LiteralBlock.CanHold(text));
        var builder = new StringBuilder();
        LiteralBlock.Append(builder, text, indent: 2, indentSize: 2);
        Assert.Equal(written, builder.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\n")]
    [InlineData("\n\n\n")]
    [InlineData(" \n\t\n")]
    [InlineData(" \na")]
    [InlineData("\ta\nb")]
    [InlineData("\n  \ta\nb")]
    [InlineData("\n\t\n  a\n")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("a\nb\r")]
    [InlineData("a\n\u0085")]
    [InlineData("a\n\u2028b")]
    [InlineData("\uFEFFa\n")]
    [InlineData("a\n\0")]
    [InlineData("a\n\u001B[0m")]
    public void WhatABlockCannotGiveBack_IsRefused(string text) => Assert.False(LiteralBlock.CanHold(text));

    [Fact]
    public void LoneSurrogates_AreRefused()
    {
        Assert.False(LiteralBlock.CanHold("a\n" + (char)0xD83D));
        Assert.False(LiteralBlock.CanHold((char)0xDE00 + "\na"));
    }
}
