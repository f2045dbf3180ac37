using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Rules.Containers;

namespace Holdfast.Engine.Rules;

/// <summary>
/// Something that objects work without, and that would make their pods more robust. In manifests and code that is one suggestion for an
/// object with all that it lacks, <see cref="HardeningRule"/>'s; the rule's own finding is hidden there, unless a setting asks for it.
/// </summary>
/// <param name="Of">The object that pods are made of.</param>
/// <param name="What">What it lacks, as messages name it.</param>
internal sealed record Lack(PodOwnerView Of, object What);
