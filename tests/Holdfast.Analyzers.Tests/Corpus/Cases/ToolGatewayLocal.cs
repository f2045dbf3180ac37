using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ToolGatewayLocal
{
    public static CorpusCase Case { get; } = new("22-mcp-gateway-local", "toolgateway", Service("toolgateway-service"))
    {
        Declaration = nameof(ToolGatewayLocal),
        Findings = [new("HF6001", "the original names no version")],
    };
}
