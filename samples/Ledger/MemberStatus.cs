namespace Holdfast.Samples.Ledger;

/// <summary>What one member knows by itself, which may be behind what the cluster has agreed on.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Leader">The leader's name as far as this member knows, or null.</param>
/// <param name="Entries">Number of entries that have been applied here.</param>
internal sealed record MemberStatus(string Name, string? Leader, int Entries);
