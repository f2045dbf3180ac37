namespace Holdfast.Analyzers.Settings;

/// <summary>A setting that is given.</summary>
/// <param name="Property">The MSBuild property.</param>
/// <param name="Text">What it says.</param>
internal sealed record GivenSetting(string Property, string Text);
