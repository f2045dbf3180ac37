using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ToolGatewayCloud
{
    public static CorpusCase Case { get; } = new("23-mcp-gateway-cloud-template", "toolgateway", Service("toolgateway-service"), ConfigMap("app-config"))
    {
        Declaration = nameof(ToolGatewayCloud),
        Findings = [new("HF6001", "the original names no version")],
    };
}
