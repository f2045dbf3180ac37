namespace Holdfast;

/// <summary>
/// An entry of a ConfigMap that is made with the application, for variables (<see cref="EnvAttribute.ConfigMap"/>,
/// <see cref="EnvFromAttribute.ConfigMap"/>) and whole volumes (<see cref="ConfigMapVolumeAttribute"/>); a single file is a
/// <see cref="ConfigFileAttribute"/>. When the text changes, the pods are rolled. Secrets have no such attribute: a
/// text in code can be read in the repository, in the assembly and in the manifest.
/// </summary>
/// <example>
/// <code title="attributes">
/// [ConfigMapEntry("RETRIES", "3")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ConfigMapEntryAttribute : RepeatableDeclarationAttribute
{
    /// <summary>An entry whose text is that of a file, <see cref="File"/>.</summary>
    /// <param name="key">The key: at most 253 letters, digits, dashes, underscores and dots.</param>
    public ConfigMapEntryAttribute(string key) => Key = key;

    /// <summary>An entry with its text.</summary>
    /// <param name="key">The key: at most 253 letters, digits, dashes, underscores and dots.</param>
    /// <param name="value">The text.</param>
    public ConfigMapEntryAttribute(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The text; null where it is that of a file.</summary>
    public string? Value { get; }

    /// <summary>The ConfigMap's name; default <c>&lt;application&gt;-config</c>, which has the files of <see cref="ConfigFileAttribute"/> too.</summary>
    public string? ConfigMap { get; set; }

    /// <summary>
    /// The file of the project that has the text, relative to the project's folder. It is an <c>EmbeddedResource</c> or a
    /// <c>HoldfastConfigFile</c> of the project file: text in UTF-8, or any bytes with <c>Binary="true"</c> on the latter.
    /// </summary>
    public string? File { get; set; }

    /// <summary>
    /// How many braces are around a placeholder in the text; default 0, which is none: braces are text. With 1, <c>{Http}</c> is
    /// the number of a port and a doubled brace stands for itself; with 2, <c>{{Http}}</c> is, and single braces are text.
    /// </summary>
    public int Braces { get; set; }

    /// <summary>
    /// Whether the ConfigMap with the entry is immutable. Its name then ends with a hash of its content, and what names it here follows:
    /// another text is another ConfigMap, and replicas that are not updated yet keep the old one. Nothing deletes old ones.
    /// </summary>
    public bool Immutable { get; set; }

    /// <summary>Other applications that placeholders may name: <c>{Orders.Api:Http}</c> with <c>typeof(Orders)</c> here.</summary>
    public Type[]? Applications { get; set; }
}
