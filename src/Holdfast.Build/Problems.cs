namespace Holdfast.Build;

/// <summary>Everything that can go wrong while manifests are written, with its id and its words.</summary>
internal static class Problems
{
    /// <summary>Two declared applications would be one file.</summary>
    public static Problem SameFile(Manifest first, Manifest second)
    {
        var apart = first.AssemblyName != second.AssemblyName;
        return new("HF9101", $"{Name(first, apart)} and {Name(second, apart)} would both be written to '{second.FileName}', so no manifest was written. Give one of the two applications another name.");
    }

    /// <summary>The file name could leave the folder, or cannot be written everywhere.</summary>
    public static Problem UnsafeFileName(Manifest manifest, string reason) =>
        new("HF9102", $"The manifest of {manifest.DeclaringType} cannot be written to '{Printable(manifest.FileName)}': {reason}. No manifest was written; give the application another name.");

    /// <summary>The assembly is missing or damaged.</summary>
    public static Problem NotAnAssembly(string path, string reason) =>
        new("HF9103", $"The manifests cannot be read from '{path}': {reason.TrimEnd('.')}. No manifest was written; rebuild the project that makes this assembly.");

    /// <summary>The attribute is on something that has no value at compile time.</summary>
    public static Problem NotAConstant(string type, string field) =>
        new("HF9104", $"{type} marks '{field}' as a generated manifest, but it is not a constant string with a file name, so no manifest was written. Remove the attribute: only Holdfast's generator writes such constants.");

    /// <summary>A file that is not ours is where one of ours has to go.</summary>
    public static Problem NotOurs(string path) =>
        new("HF9105", $"'{path}' exists already and this build did not write it, so no manifest was written. Give the project another folder with HoldfastManifestsDirectory, or delete the file if it is not needed.");

    /// <summary>A file that a build wrote has no application any more, but was changed by hand.</summary>
    public static Problem Kept(string path) =>
        new("HF9106", $"Nothing declares '{path}' any more, but it was changed after the build wrote it, so it was left in place and is not part of kustomization.yaml. Move it or delete it.", IsWarning: true);

    /// <summary>The file system says no.</summary>
    public static Problem CannotWrite(string directory, string reason) =>
        new("HF9107", $"The manifests cannot be written to '{directory}': {reason.TrimEnd('.')}.");

    /// <summary>The file system says no, while cleaning.</summary>
    public static Problem CannotRemove(string reason) =>
        new("HF9107", $"The manifests cannot be removed: {reason.TrimEnd('.')}.", IsWarning: true);

    private static string Name(Manifest manifest, bool withAssembly) =>
        withAssembly ? $"{manifest.DeclaringType} (in {manifest.AssemblyName})" : manifest.DeclaringType;

    private static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
