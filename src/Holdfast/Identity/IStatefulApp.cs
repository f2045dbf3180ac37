namespace Holdfast;

/// <summary>
/// A type that describes a stateful application. The generator implements it on every type with
/// <see cref="StatefulAppAttribute"/>, which makes <c>PodIdentity.Current&lt;ZooKeeper&gt;()</c> and so on possible.
/// </summary>
public interface IStatefulApp
{
    /// <summary>The application's StatefulSet as declared.</summary>
    static abstract StatefulSetInfo StatefulSet { get; }
}
