using Holdfast.Local.Manifests;

namespace Holdfast.Local;

/// <summary>A Job that has to succeed before the pods of an application start, and what runs in place of its container.</summary>
/// <param name="Type">The type that declares it.</param>
/// <param name="Spec">Its manifest.</param>
internal sealed record AfterJob(Type Type, AppSpec Spec)
{
    /// <summary>What runs in place of its container; left out, the application's command, where both run one image.</summary>
    public LocalCommand? Command { get; init; }

    /// <summary>Whether nothing runs, and nothing waits.</summary>
    public bool IsLeftOut { get; init; }

    public string Name => Spec.Workload.Name;

    public static AfterJob Of(Type type) => new(type, ManifestReader.ReadJob(LocalApp.Generated(type).Text, type.Name));
}
