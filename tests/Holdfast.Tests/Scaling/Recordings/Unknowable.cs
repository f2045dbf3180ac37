namespace Holdfast.Tests.Scaling.Recordings;

/// <summary>Phases of recordings that no plan can know, each with the reason.</summary>
internal static class Unknowable
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fuzz1/f117/4/3"] = "back-off: the name is free, and the controller tries again later than the recording lasts",
        ["fuzz1/f117/5/0"] = "back-off: the pod that was still to come in the phase before is not there to be deleted",
        ["r1/r06/1/0"] = "race: both members failed before the change, the higher one first, and the controller had deleted it before the lower one failed",
    };
}
