namespace Holdfast;

/// <summary>
/// Makes a file of a <c>const string</c>: an entry of the application's ConfigMap, mounted in the container that the
/// constant is declared with. When the text changes, the pods are rolled.
/// </summary>
/// <param name="path">The file's path in the container, absolute: <c>/conf/zoo.cfg</c>.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false, AllowMultiple = true)]
public sealed class ConfigFileAttribute(string path) : DeclarationAttribute
{
    /// <summary>The file's path in the container.</summary>
    public string Path { get; } = path;
}
