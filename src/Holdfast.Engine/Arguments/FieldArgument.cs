using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Arguments;

/// <summary>An argument of an attribute that is one field as it is: all that reading, composing, importing and writing it takes.</summary>
/// <param name="Attribute">The attribute, as it is mostly written: <c>Port</c>.</param>
/// <param name="Name">The argument.</param>
/// <param name="Place">Where the path begins.</param>
/// <param name="Path">The path of the field.</param>
/// <param name="Form">How the value becomes the field.</param>
internal sealed record FieldArgument(string Attribute, string Name, FieldPlace Place, string Path, FieldForm Form)
{
    /// <summary>The type of an enum's value.</summary>
    public string? EnumType { get; init; }

    /// <summary>What an item of a list is told apart by, or its one field.</summary>
    public string Item { get; init; } = "name";

    /// <summary>A field beside it and its value, which go with it; null where none does.</summary>
    public (string Path, string Value)? Also { get; init; }

    /// <summary>The value that is written where the argument is left out; null where nothing is.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Whether it is an argument of the constructor: it is written without its name, and what is <see cref="IsRest"/> item by item.</summary>
    public bool IsByPosition { get; init; }

    /// <summary>Whether the constructor takes the items one by one.</summary>
    public bool IsRest { get; init; }

    /// <summary>The steps of the path.</summary>
    public IReadOnlyList<string> Steps { get; } = Path.Split('.');

    /// <summary>The type and the name of the field, <c>PodSpec.hostname</c>; null for an entry of a map.</summary>
    public string? Owner()
    {
        FieldType? type = FieldTable.Named(FieldArguments.ItemOfClass(Attribute + nameof(System.Attribute)) is { } item && item.Place == Place
            ? item.Path switch { "metrics" => "MetricSpec", "resourceClaims" => "PodResourceClaim", _ => "ContainerRestartRule" }
            : Place switch
            {
                FieldPlace.Pod or FieldPlace.OwnPod => "PodSpec",
                FieldPlace.Container or FieldPlace.FurtherContainer => "Container",
                FieldPlace.Port => "ContainerPort",
                FieldPlace.Probe => "Probe",
                FieldPlace.Hook => "LifecycleHandler",
                FieldPlace.Env => "EnvVar",
                FieldPlace.Mount => "VolumeMount",
                FieldPlace.Volume => "Volume",
                FieldPlace.ProjectedSource => "VolumeProjection",
                FieldPlace.Claim => "PersistentVolumeClaimSpec",
                FieldPlace.Service => "ServiceSpec",
                FieldPlace.ServiceAccount => "ServiceAccount",
                FieldPlace.Spread => "TopologySpreadConstraint",
                FieldPlace.PodAffinity => "PodAffinityTerm",
                _ => "HorizontalPodAutoscalerSpec",
            });
        foreach (string step in Steps.Take(Steps.Count - 1))
        {
            type = type is null ? null : FieldTable.FieldOf(type, step);
        }

        return type is { Kind: FieldKind.Object } owner ? owner.Name + "." + Steps[Steps.Count - 1] : null;
    }

    /// <summary>The field in a part of an object; null where it is not there.</summary>
    public ManifestNode? In(ManifestNode? place)
    {
        ManifestNode? node = place;
        foreach (string step in Steps)
        {
            node = node.At(step);
        }

        return Form == FieldForm.ResizePolicy
            ? node.Mappings().FirstOrDefault(item => item["resourceName"].Is(Item))?["restartPolicy"]
            : node;
    }
}
