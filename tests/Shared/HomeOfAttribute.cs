using Xunit.v3;

namespace Holdfast.Tests.Shared;

/// <summary>
/// Names the rules that a class is the home of: the one file that tests each first, which the rule's page names. Its tests run with
/// <c>dotnet test --filter Rule=HF5004</c>.
/// </summary>
/// <param name="ids">The ids of the rules.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HomeOfAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. ids.Select(static id => KeyValuePair.Create("Rule", id))];
}
