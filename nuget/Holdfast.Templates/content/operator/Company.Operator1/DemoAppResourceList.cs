using System.Text.Json.Serialization;

namespace Company.Operator1;

/// <summary>The answer of the API server to a list request.</summary>
public sealed class DemoAppResourceList
{
    [JsonPropertyName("items")]
    public IList<DemoAppResource> Items { get; set; } = [];
}
