using System.Globalization;
using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor HttpPortRule = new(
        id: "HF5026",
        title: "ASP.NET Core does not listen on port 80",
        messageFormat: "'{0}' declares port 80, but ASP.NET Core listens on {1} ({2}), so probes and clients get no connection; use port {1}, or set ASPNETCORE_HTTP_PORTS to 80",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5026"));
}

/// <summary>HF5026: port 80, where ASP.NET Core listens on 8080 since .NET 8.</summary>
internal sealed class HttpPortRule() : PodOwnerRule(RuleDescriptors.HttpPortRule)
{
    private const string Ports = "ASPNETCORE_HTTP_PORTS";

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.RunningContainers)
        {
            MappingNode[] ports = [.. container["ports"].Mappings()];
            if (ports is [{ } port] && port["containerPort"].TryGetInteger(out long number) && number == 80 && PortOf(container) is { } found)
            {
                context.Report(this, port["containerPort"]!.Location, new RuleFinding(
                    container["name"].TryGetString(out string? name) ? name : owner.DisplayName,
                    found.Port.ToString(CultureInfo.InvariantCulture),
                    found.Reason));
            }
        }
    }

    /// <summary>The one port that ASP.NET Core is known to listen on, and why; null where it may listen on others.</summary>
    private static (long Port, string Reason)? PortOf(MappingNode container)
    {
        if (ContainerEnvironment.IsOpen(container)
            || DeclaredText.OfContainer(container).Any(static text => text.Text.IndexOf("urls", StringComparison.OrdinalIgnoreCase) >= 0)
            || container["env"].Mappings().Any(static variable => variable["name"].TryGetString(out string? name) && name != Ports && MayChangePorts(name)))
        {
            return null;
        }

        if (ContainerEnvironment.Sets(container, Ports))
        {
            return long.TryParse(ContainerEnvironment.ValueOf(container, Ports), NumberStyles.None, CultureInfo.InvariantCulture, out long set) && set != 80
                ? (set, Ports)
                : null;
        }

        return KnownImage.Of(container)?.HttpPort is { } port ? (port, "the default of its image since .NET 8") : null;
    }

    private static bool MayChangePorts(string name) =>
        name.IndexOf("URLS", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("PORTS", StringComparison.OrdinalIgnoreCase) >= 0
        || name.StartsWith("Kestrel", StringComparison.OrdinalIgnoreCase);
}
