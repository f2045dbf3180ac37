using DnsClient.Protocol;

namespace Holdfast.Discovery.Dns;

/// <summary>What a server says about one name.</summary>
/// <param name="Answers">The records of the kind that was asked for, and aliases on the way; empty where there is none.</param>
/// <param name="Additionals">What the server added.</param>
/// <param name="NameExists">Whether the name exists, be it with records of other kinds only.</param>
/// <param name="NegativeTime">For how long it is remembered that there is none; null where there is.</param>
internal sealed record DnsAnswer(
    IReadOnlyList<DnsResourceRecord> Answers,
    IReadOnlyList<DnsResourceRecord> Additionals,
    bool NameExists,
    TimeSpan? NegativeTime);
