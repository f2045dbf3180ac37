namespace Holdfast.Samples.Catalog;

/// <summary>One item of the catalog.</summary>
internal sealed record Item(string Name, decimal Price);
