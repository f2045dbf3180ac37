namespace Holdfast;

/// <summary>A named port of a stateful application.</summary>
public sealed class ServicePort;
