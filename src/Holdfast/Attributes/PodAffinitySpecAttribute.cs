namespace Holdfast;

/// <summary>The common arguments of attributes that place replicas near other pods or keep them apart.</summary>
public abstract class PodAffinitySpecAttribute : RepeatableDeclarationAttribute
{
    private protected PodAffinitySpecAttribute(Type? app) => App = app;

    /// <summary>
    /// The application whose pods are meant, a declared one; left out, the pods with <see cref="Labels"/>, or else the
    /// replicas of this application. Pods of an application that is declared for another namespace are looked for there.
    /// </summary>
    public Type? App { get; }

    /// <summary>
    /// Labels of the pods that are meant: <c>app=kafka</c>, <c>app!=kafka</c>, <c>app</c> for any value or <c>!app</c> for
    /// pods without it. All must hold; several values of one key are alternatives, as in <c>app in (kafka, zookeeper)</c>.
    /// </summary>
    public string[]? Labels { get; set; }

    /// <summary>The namespaces of the pods that are meant; left out, that of the application.</summary>
    public string[]? Namespaces { get; set; }

    /// <summary>Whether pods of every namespace are meant; default <see langword="false"/>.</summary>
    public bool AnyNamespace { get; set; }

    /// <summary>
    /// The node label whose values are the domains: hosts, zones; default <c>kubernetes.io/hostname</c>.
    /// </summary>
    public string TopologyKey { get; set; } = WellKnown.KubernetesLabels.HostName;

    /// <summary>
    /// Whether a replica stays Pending where no domain fits; default <see langword="false"/>, a preference.
    /// </summary>
    public bool Required { get; set; }

    /// <summary>How much a preference counts beside others, 1 to 100; default 100. What is required has no weight.</summary>
    public int Weight { get; set; } = WellKnown.KubernetesLimits.PreferenceWeight;

    /// <summary>
    /// Label keys of which the pods that are meant have the replica's own value, such as
    /// <c>controller-revision-hash</c>; left out, none. Since Kubernetes 1.31.
    /// </summary>
    public string[]? MatchLabelKeys { get; set; }

    /// <summary>Label keys of which they have another value than the replica; left out, none. Since Kubernetes 1.31.</summary>
    public string[]? MismatchLabelKeys { get; set; }

    /// <summary>
    /// Labels of the namespaces of the pods that are meant: <c>team=orders</c>; left out, <see cref="Namespaces"/> or the
    /// application's.
    /// </summary>
    public string[]? NamespaceLabels { get; set; }
}
