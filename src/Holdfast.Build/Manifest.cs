namespace Holdfast.Build;

/// <summary>A manifest as a compiled assembly holds it.</summary>
/// <param name="FileName">The name of the file to write, without a directory.</param>
/// <param name="Text">What to write.</param>
/// <param name="DeclaringType">The full name of the type that declares the application.</param>
/// <param name="AssemblyName">The simple name of the assembly that holds it.</param>
/// <param name="Rank">Of texts for one file, the one with the highest is written; <see langword="null"/> where no other may have the file.</param>
internal sealed record Manifest(string FileName, string Text, string DeclaringType, string AssemblyName, int? Rank = null);
