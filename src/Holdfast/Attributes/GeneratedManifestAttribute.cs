using System.ComponentModel;

namespace Holdfast;

/// <summary>
/// Marks the generated constant that holds a manifest. The build reads it from the compiled assembly and writes the file.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedManifestAttribute : Attribute
{
    /// <summary>A manifest with its own file.</summary>
    /// <param name="fileName">The file's name, without a directory.</param>
    public GeneratedManifestAttribute(string fileName) => FileName = fileName;

    /// <summary>A manifest with its own file, of an application that needs objects of the cluster or makes some that others may need.</summary>
    /// <param name="fileName">The file's name, without a directory.</param>
    /// <param name="prerequisites">What is needed and made, for README.md beside the manifests: a line for each, with tabs between its fields.</param>
    public GeneratedManifestAttribute(string fileName, string prerequisites)
        : this(fileName) => Prerequisites = prerequisites;

    /// <summary>A manifest that several applications may have. Of texts for one file, the one with the highest rank is written.</summary>
    /// <param name="fileName">The file's name, without a directory.</param>
    /// <param name="rank">The rank, 0 or more.</param>
    public GeneratedManifestAttribute(string fileName, int rank)
        : this(fileName) => Rank = rank;

    /// <summary>The file's name, without a directory.</summary>
    public string FileName { get; }

    /// <summary>What the application needs and makes; <see langword="null"/> where there is nothing such.</summary>
    public string? Prerequisites { get; }

    /// <summary>The rank among the texts of one file; <see langword="null"/> where no other application has the file.</summary>
    public int? Rank { get; }
}
