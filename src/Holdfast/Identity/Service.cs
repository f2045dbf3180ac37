namespace Holdfast;

/// <summary>A Service with an address of its own.</summary>
public sealed class Service;
