namespace Holdfast.Analyzers.Tests;
public class PlaceholderTests { [Fact] public void Runs() => Assert.True(true); }
