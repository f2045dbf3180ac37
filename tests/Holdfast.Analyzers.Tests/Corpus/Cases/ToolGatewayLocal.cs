using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ToolGatewayLocal
{
    public static CorpusCase Case { get; } = new("22-mcp-gateway-local", "toolgateway", Service("toolgateway-service"))
    {
        Declaration = nameof(ToolGatewayLocal),
        NotYet =
        [
            new(Labels, "*abels.adapter/type"),
            new(ServiceAccount, "StatefulSet/* spec.template.spec.serviceAccount*"),
            new(Secrets, "StatefulSet/* spec.template.spec.containers[toolgateway-container].env[Redis__ConnectionString].*"),
            new(Secrets, "StatefulSet/* spec.template.spec.containers[toolgateway-container].env[GatewaySettings__Secret].*"),
        ],
    };
}
