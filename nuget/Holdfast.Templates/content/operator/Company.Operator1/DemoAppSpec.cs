using System.Text.Json.Serialization;

namespace Company.Operator1;

/// <summary>What a user of the operator decides. What is left out is as declared in <see cref="DemoApp"/>.</summary>
public sealed class DemoAppSpec
{
    [JsonPropertyName("replicas")]
    public int? Replicas { get; set; }

    [JsonPropertyName("image")]
    public string? Image { get; set; }
}
