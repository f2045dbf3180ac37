namespace Holdfast;

/// <summary>
/// Makes a file of a <c>const string</c>, of a member with <see cref="PeerListAttribute"/> or <see cref="AddressOfAttribute"/>,
/// or, on the application's or a container's class with <see cref="File"/>, of a file of the project: an entry of the application's ConfigMap <c>&lt;name&gt;-config</c>, mounted in the container that it is
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
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ConfigFileAttribute(string path) : RepeatableDeclarationAttribute
{
    /// <summary>The file's path in the container.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The file of the project, relative to the project's folder: <c>conf/zoo.cfg</c>. It is an <c>EmbeddedResource</c> or a
    /// <c>HoldfastConfigFile</c> of the project file: text in UTF-8, or any bytes with <c>Binary="true"</c> on the latter. Only on a class; a
    /// constant has its text itself.
    /// </summary>
    public string? File { get; set; }

    /// <summary>
    /// How many braces are around a placeholder in the text; default 0, which is none: braces are text. With 1, <c>{Http}</c> is
    /// the number of a port and a doubled brace stands for itself; with 2, <c>{{Http}}</c> is, and single braces are text. With
    /// <c>{ordinal}</c>, <c>{index}</c>, <c>{name}</c> or <c>{host}</c> in the text, each replica gets its own file.
    /// </summary>
    public int Braces { get; set; }

    /// <summary>
    /// The file's permissions, 0 to 511, such as 493, which is <c>0755</c> in octal; default: those of the volume, 420, which is
    /// <c>0644</c>.
    /// </summary>
    public int Mode { get; set; }

    /// <summary>
    /// Whether the ConfigMap with the file is immutable. Its name then ends with a hash of its content, and what names it here follows:
    /// another text is another ConfigMap, and replicas that are not updated yet keep the old one. Nothing deletes old ones.
    /// </summary>
    public bool Immutable { get; set; }

    /// <summary>Other applications that placeholders may name: <c>{Orders.Api:Http}</c> with <c>typeof(Orders)</c> here.</summary>
    public Type[]? Applications { get; set; }
}
