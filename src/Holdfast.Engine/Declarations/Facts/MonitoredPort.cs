namespace Holdfast.Engine.Declarations.Facts;

/// <summary>A port that metrics are read from.</summary>
/// <param name="Port">The port.</param>
/// <param name="Monitor">What reads them.</param>
internal sealed record MonitoredPort(PortDeclaration Port, MonitorDeclaration Monitor);
