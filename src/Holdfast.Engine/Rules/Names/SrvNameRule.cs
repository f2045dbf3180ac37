using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SrvNameRule = new(
        id: "HF2012",
        title: "An SRV name matches no port of its Service",
        messageFormat: "'{0}' does not resolve (NXDOMAIN): the Service '{1}' {2}; {3}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "DNS has an SRV record for each named port of a Service: _name._protocol.service.",
        helpLinkUri: HelpLink.For("HF2012"),
        customTags: [Fixes.NameInCode, Fixes.ReplaceText]);
}

/// <summary>HF2012: the DNS name of a Service's port that the Service does not have.</summary>
internal sealed class SrvNameRule() : PodOwnerRule(RuleDescriptors.SrvNameRule)
{
    /// <summary>Reported for code, too.</summary>
    internal static DiagnosticDescriptor Rule => RuleDescriptors.SrvNameRule;

    private static readonly Regex Srv = new(
        @"(?<![A-Za-z0-9._-])_([a-z0-9-]+)\._(tcp|udp|sctp)\.([a-z0-9-]+)(?![a-z0-9-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.Containers)
        {
            if (DeclaredText.ExistsIn(container, MayName))
            {
                foreach (ScalarNode text in DeclaredText.OfContainer(container))
                {
                    JudgeText(text);
                }
            }
        }

        void JudgeText(ScalarNode text)
        {
            if (!MayName(text))
            {
                return;
            }

            foreach (Match match in Srv.Matches(text.Text))
            {
                // A Service that is not declared here may be anywhere.
                ServiceView? service = manifests.KnownServicesNamed(match.Groups[3].Value).FirstOrDefault(service => service.IsBeside(owner));
                if (service is not null && !service.Ports.Any(static port => port["name"] is UnknownNode))
                {
                    Judge(match, service, text);
                }
            }
        }

        void Judge(Match match, ServiceView service, ScalarNode text)
        {
            (string Name, string Protocol)[] ports =
            [
                .. service.Ports.Select(static port => (Text(port["name"], string.Empty), PortProtocol.Of(port).ToLowerInvariant())),
            ];
            (string name, string protocol) = (match.Groups[1].Value.ToLowerInvariant(), match.Groups[2].Value.ToLowerInvariant());
            if (ports.Contains((name, protocol)))
            {
                return;
            }

            (string Name, string Protocol)[] known = [.. ports.Where(static port => port.Name.Length > 0)];
            string[] named = [.. known.Select(static port => $"_{port.Name}._{port.Protocol}")];
            (string problem, string advice) = ports.FirstOrDefault(port => port.Name == name) is { Protocol.Length: > 0 } other
                ? ($"has '{name}' as {other.Protocol.ToUpperInvariant()}", $"write '_{name}._{other.Protocol}'")
                : ($"has no port '{name}'", named.Length == 0 ? "name the port" : "the ports are: " + string.Join(", ", named));
            context.Report(this, text.Location, new RuleFinding(match.Value, service.DisplayName, problem, advice)
            {
                Properties = FixProperties.Replace(Meant(name, known) is { } meant
                    ? text.Text.Substring(0, match.Index) + $"_{meant.Name}._{meant.Protocol}.{match.Groups[3].Value}" + text.Text.Substring(match.Index + match.Length)
                    : null),
            });
        }
    }

    private static bool MayName(ScalarNode text) => text.Text.IndexOf("._", StringComparison.Ordinal) >= 0;

    /// <summary>The port that was probably meant: that of the name, or of nearly the name.</summary>
    private static (string Name, string Protocol)? Meant(string name, (string Name, string Protocol)[] ports)
    {
        string? nearest = ports.Any(port => port.Name == name) ? name : NearestName.Find(name, ports.Select(static port => port.Name));
        (string Name, string Protocol)[] meant = [.. ports.Where(port => port.Name == nearest)];
        return meant.Length == 1 ? meant[0] : null;
    }

    private static string Text(ManifestNode? node, string fallback) => node.TryGetString(out string? text) ? text : fallback;
}
