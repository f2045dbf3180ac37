using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ToolGatewayCloud
{
    public static CorpusCase Case { get; } = new("23-mcp-gateway-cloud-template", "toolgateway", Service("toolgateway-service"), ConfigMap("app-config"))
    {
        Declaration = nameof(ToolGatewayCloud),
        NotYet =
        [
            new(Labels, "*abels.adapter/type"),
            new(Labels, "*abels.azure.workload.identity/use"),
            new(ServiceAccount, "StatefulSet/* spec.template.spec.serviceAccount*"),
            new(Secrets, "StatefulSet/* spec.template.spec.containers[toolgateway-container].env[GatewaySettings__Secret].*"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[toolgateway-container].envFrom[0].*"),
            new(ConfigFiles, "ConfigMap/app-config *"),
        ],
    };
}
