using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.Views;

/// <summary>A place that relies on the DNS names of a set's pods.</summary>
/// <param name="SetName">The set's name.</param>
/// <param name="Description">The use in the user's words, for messages: <c>the peer list 'Servers'</c>.</param>
/// <param name="Location">Where a diagnostic about it belongs; null for the declaration of the set itself.</param>
internal sealed record PodNameUse(string SetName, string Description, Location? Location);
