namespace Holdfast;

/// <summary>
/// Makes a file of a <c>const string</c>, or, on the application's or a container's class with <see cref="File"/>, of a file
/// of the project: an entry of the application's ConfigMap <c>&lt;name&gt;-config</c>, mounted in the container that it is
/// declared with. When the text changes, the pods are rolled. Line ends are <c>\n</c>, whatever they are in the source.
/// </summary>
/// <param name="path">The file's path in the container, absolute: <c>/conf/zoo.cfg</c>.</param>
/// <example>
/// <code title="members">
/// [ConfigFile("/etc/orders/orders.conf")]
/// private const string Settings = """
///     retries = 3
///     timeout = 10s
///     """;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ConfigFileAttribute(string path) : RepeatableDeclarationAttribute
{
    /// <summary>The file's path in the container.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The file of the project, relative to the project's folder: <c>conf/zoo.cfg</c>. It is an <c>EmbeddedResource</c> or a
    /// <c>HoldfastConfigFile</c> of the project file, and text in UTF-8. Only on a class; a constant has its text itself.
    /// </summary>
    public string? File { get; set; }
}
