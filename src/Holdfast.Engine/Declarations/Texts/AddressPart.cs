namespace Holdfast.Engine.Declarations.Texts;

/// <summary>What a placeholder of an address stands for.</summary>
/// <param name="Text">The text; null where there is none, or it is not known yet.</param>
/// <param name="Problem">Why there is none, in the words of a message; null where there is no problem.</param>
/// <param name="Name">The name at fault, as it is in the placeholder.</param>
/// <param name="Candidates">The names that could be in its place.</param>
internal readonly record struct AddressPart(string? Text, string? Problem, string? Name, IReadOnlyList<string>? Candidates)
{
    public static AddressPart Unknown => default;

    public static AddressPart Of(string text) => new(text, null, null, null);

    public static AddressPart Wrong(string problem, string? name = null, IEnumerable<string>? candidates = null) =>
        new(null, problem, name, candidates is null ? null : [.. candidates]);
}
