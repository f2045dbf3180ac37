using System.Net;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;

namespace Holdfast.Local.Tests;

/// <summary>Asks a DNS server.</summary>
internal sealed class DnsAsker(IPEndPoint server) : IDisposable
{
    private readonly DnsClient _client = new([server.Address], [new UdpClientTransport(server.Port), new TcpClientTransport(server.Port)], true, 2000);

    public async Task<IPAddress[]> AddressesAsync(string name) =>
        [.. (await AskAsync(name, RecordType.A)).AnswerRecords.OfType<ARecord>().Select(record => record.Address)];

    public async Task<string[]> TargetsAsync(string name) =>
        [.. (await AskAsync(name, RecordType.Srv)).AnswerRecords.OfType<SrvRecord>().Select(record => $"{record.Target}:{record.Port}")];

    /// <summary>What is said where nothing is there: the code, and for how long it is remembered.</summary>
    public async Task<(string Code, int Seconds)> NothingAsync(string name, RecordType type = RecordType.A)
    {
        DnsMessage message = await AskAsync(name, type);
        Assert.Empty(message.AnswerRecords);
        return (message.ReturnCode == ReturnCode.NxDomain ? "NXDOMAIN" : message.ReturnCode.ToString().ToUpperInvariant(), message.AuthorityRecords.OfType<SoaRecord>().Single().NegativeCachingTTL);
    }

    /// <summary>What a name is an alias of.</summary>
    public async Task<string> AliasAsync(string name) =>
        (await AskAsync(name, RecordType.A)).AnswerRecords.OfType<CNameRecord>().Single().CanonicalName.ToString();

    public void Dispose() => ((IDisposable)_client).Dispose();

    private async Task<DnsMessage> AskAsync(string name, RecordType type)
    {
        DnsMessage? message = await _client.ResolveAsync(DomainName.Parse(name), type, token: TestContext.Current.CancellationToken);
        Assert.NotNull(message);
        return message;
    }
}
