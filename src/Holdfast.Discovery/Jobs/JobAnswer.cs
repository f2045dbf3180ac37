using System.Text.Json;

namespace Holdfast.Discovery;

/// <summary>What the API server says about a Job.</summary>
/// <param name="Phase">How far it is.</param>
/// <param name="Text">The same in words, for logs.</param>
internal readonly record struct JobAnswer(JobPhase Phase, string Text)
{
    /// <summary>Reads it from the Job.</summary>
    public static JobAnswer Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement);
        }
        catch (JsonException exception)
        {
            return new JobAnswer(JobPhase.Pending, "cannot be read: " + exception.Message);
        }
    }

    private static JobAnswer Of(JsonElement job)
    {
        if (Field(job, "status") is not { } status)
        {
            return new JobAnswer(JobPhase.Pending, "has not started yet");
        }

        if (Field(status, "conditions") is { ValueKind: JsonValueKind.Array } conditions)
        {
            foreach (JsonElement condition in conditions.EnumerateArray())
            {
                if (TextOf(condition, "status") == "True")
                {
                    switch (TextOf(condition, "type"))
                    {
                        case "Complete":
                            return new JobAnswer(JobPhase.Succeeded, "has succeeded");
                        case "Failed":
                            return new JobAnswer(JobPhase.Failed, $"has failed ({TextOf(condition, "reason")}): {TextOf(condition, "message")}");
                    }
                }
            }
        }

        return new JobAnswer(JobPhase.Pending, $"has not ended: {Count(status, "active")} pods run, {Count(status, "failed")} have failed");
    }

    private static string? TextOf(JsonElement holder, string name) => Field(holder, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static string Count(JsonElement holder, string name) => Field(holder, name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : "0";

    private static JsonElement? Field(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out JsonElement found) ? found : null;
}
