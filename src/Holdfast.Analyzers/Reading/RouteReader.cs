using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what stands beside the attribute that makes a member: routes beside <c>[ClientService]</c>, monitors beside <c>[Port]</c>.</summary>
internal static class RouteReader
{
    public static EquatableArray<IngressDeclaration> Ingresses(DeclaredMember property, Declared<string> service, ReadContext context) =>
        Of(property, AttributeNames.Ingress, context)
            .Select(arguments => new IngressDeclaration
            {
                Host = arguments.String("Host"),
                Name = NameOf(arguments, service),
                Path = arguments.String("Path").Or("/", arguments.Location),
                PathType = arguments.Enum("PathType").Or("Prefix", arguments.Location),
                Port = arguments.String("Port"),
                Annotations = arguments.Strings("Annotations"),
                Class = arguments.String("Class"),
                TlsSecret = arguments.String("TlsSecret"),
            })
            .ToEquatableArray();

    public static EquatableArray<HttpRouteDeclaration> HttpRoutes(DeclaredMember property, Declared<string> service, ReadContext context) =>
        Of(property, AttributeNames.HttpRoute, context)
            .Select(arguments => new HttpRouteDeclaration
            {
                Host = arguments.String("Host"),
                Name = NameOf(arguments, service),
                Path = arguments.String("Path").Or("/", arguments.Location),
                PathType = arguments.Enum("PathType").Or("PathPrefix", arguments.Location),
                Port = arguments.String("Port"),
                Annotations = arguments.Strings("Annotations"),
                Gateway = arguments.String("Gateway"),
                GatewayNamespace = arguments.String("GatewayNamespace"),
                Listener = arguments.String("Listener"),
            })
            .ToEquatableArray();

    public static EquatableArray<MonitorDeclaration> Monitors(DeclaredMember property, ReadContext context) =>
        new[] { AttributeNames.PodMonitor, AttributeNames.ServiceMonitor }
            .SelectMany(name => Of(property, name, context).Select(arguments => new MonitorDeclaration
            {
                IsOfService = name == AttributeNames.ServiceMonitor,
                Name = arguments.String("Name"),
                Path = arguments.String("Path"),
                Interval = arguments.String("Interval"),
                Https = arguments.Bool("Https"),
                Labels = arguments.Strings("Labels"),
                ScraperNamespace = arguments.String("ScraperNamespace"),
                ScraperLabels = arguments.Strings("ScraperLabels"),
            }))
            .ToEquatableArray();

    /// <summary>What stands beside another attribute than its own is in no object, which would go unnoticed.</summary>
    public static void ReportAlone(DeclaredMember property, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(property, context))
        {
            string? beside = name switch
            {
                AttributeNames.Ingress or AttributeNames.HttpRoute => AttributeNames.ClientService,
                AttributeNames.PodMonitor or AttributeNames.ServiceMonitor => AttributeNames.Port,
                _ => null,
            };
            if (beside is not null && DeclaredAttributes.Of(property, context).All(attribute => attribute.Name != beside)
                && property.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax)
            {
                context.Report(
                    ReadingProblems.Route,
                    arguments.Location,
                    $"'{property.Name}' has {AttributeNames.Written(name)} and no {AttributeNames.Written(beside)}",
                    "it is in no object",
                    $"put it beside {AttributeNames.Written(beside)}");
            }
        }
    }

    private static Declared<string> NameOf(AttributeArguments arguments, Declared<string> service) =>
        arguments.String("Name") is { State: not DeclaredState.Absent } own ? own : service;

    private static IEnumerable<AttributeArguments> Of(DeclaredMember property, string name, ReadContext context) =>
        DeclaredAttributes.Of(property, context).Where(attribute => attribute.Name == name).Select(static attribute => attribute.Arguments);
}
