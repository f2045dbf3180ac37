namespace Holdfast.Engine.Reporting;

/// <summary>The families of rules, which are the categories one sees in an IDE and in <c>.editorconfig</c>.</summary>
internal static class RuleCategories
{
    /// <summary>HF1xxx: identity and Services.</summary>
    public const string Identity = "Holdfast.Identity";

    /// <summary>HF2xxx: names and DNS strings.</summary>
    public const string Names = "Holdfast.Names";

    /// <summary>HF3xxx: storage.</summary>
    public const string Storage = "Holdfast.Storage";

    /// <summary>HF4xxx: upgrades.</summary>
    public const string Upgrades = "Holdfast.Upgrades";

    /// <summary>HF5xxx: ordering, quorum, disruption and probes.</summary>
    public const string Availability = "Holdfast.Availability";

    /// <summary>HF6xxx: containers and pods.</summary>
    public const string Containers = "Holdfast.Containers";

    /// <summary>HF9xxx: declarations that cannot be read.</summary>
    public const string Declarations = "Holdfast.Declarations";
}
