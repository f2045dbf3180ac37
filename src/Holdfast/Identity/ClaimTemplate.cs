namespace Holdfast;

/// <summary>A volume claim template.</summary>
public sealed class ClaimTemplate;
