using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Overriding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// The reader of attributed types: from a type with <c>[StatefulApp]</c> to what it declares. The generator and the
/// analyzers call this one reader; it decides nothing about Kubernetes.
/// </summary>
internal static class AppReader
{
    /// <summary>The attribute that makes a type an application; null for every other type.</summary>
    public static AttributeData? FindDeclaration(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (IsOurs(attribute, out string name) && name == AttributeNames.StatefulApp)
            {
                return attribute;
            }
        }

        return null;
    }

    public static AppDeclaration Read(INamedTypeSymbol type, AttributeData declaration, ReadContext context)
    {
        AttributeArguments arguments = DeclaredAttributes.Declaration(type, declaration, context);
        TypeShape shape = TypeShapeReader.Read(type, context);
        ReportLanguageVersion(type, context);
        Conventions.Report(type, context);

        var app = new AppDeclaration
        {
            Type = shape,
            Name = arguments.String("Name").Or(MemberNames.ToKebabCase(type.Name), arguments.Origin),
            Replicas = arguments.Int("Replicas"),
            OrdinalStart = arguments.Int("OrdinalStart"),
            Namespace = arguments.String("Namespace"),
            ClusterDomain = arguments.String("ClusterDomain"),
            ServiceName = arguments.String("ServiceName"),
            PodManagementPolicy = arguments.Enum("PodManagementPolicy"),
            UpdateStrategy = arguments.Enum("UpdateStrategy"),
            UpdatePartition = arguments.Int("UpdatePartition"),
            MinReadySeconds = arguments.Int("MinReadySeconds"),
            RevisionHistoryLimit = arguments.Int("RevisionHistoryLimit"),
            TerminationGracePeriodSeconds = arguments.Int("TerminationGracePeriodSeconds"),
            Container = new ContainerDeclaration(),
        };

        app = ReadTypeAttributes(app, type, context);
        app = app with
        {
            Pod = PodReader.Read(type, app.Name, context),
            Container = ContainerReader.Read(type, app.Name, app.Name, context),
            MoreContainers = ContainerReader.ReadNested(type, app.Name, context),
        };
        app = BuildOverrides.Apply(app, context.Settings, context);
        ReferenceCheck.Report(app, context);
        if (app.ClusterDomain.TryGet(out string? zone) && DnsSubdomain.Problem(zone) is { } problem)
        {
            context.Report(ReadingProblems.ClusterDomain, app.ClusterDomain.Origin, zone, problem);
        }

        if (!app.Container.IsDeclared || app.Container.Image.State == DeclaredState.Absent)
        {
            context.Report(ReadingProblems.NoContainer, type.Locations.FirstOrDefault(), type.Name);
        }

        return app;
    }

    /// <summary>Whether an attribute is one of Holdfast's, and its class's name.</summary>
    public static bool IsOurs(AttributeData attribute, out string name)
    {
        name = attribute.AttributeClass?.Name ?? string.Empty;
        return attribute.AttributeClass?.ContainingNamespace is
        { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
    }

    private static AppDeclaration ReadTypeAttributes(AppDeclaration app, INamedTypeSymbol type, ReadContext context)
    {
        var labels = new List<MetadataDeclaration>();
        var annotations = new List<MetadataDeclaration>();
        var patches = new List<PatchDeclaration>();
        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(type, context))
        {
            switch (name)
            {
                case AttributeNames.HeadlessService:
                    app = app with
                    {
                        HeadlessService = new(
                            arguments.String("Name"),
                            arguments.Bool("PublishNotReadyAddresses"),
                            ServiceSpecReader.ReadIpFamilies(arguments)),
                    };
                    break;
                case AttributeNames.Label:
                    labels.Add(new(arguments.String("Key"), arguments.String("Value"), arguments.Flags("On")));
                    break;
                case AttributeNames.Annotation:
                    annotations.Add(new(arguments.String("Key"), arguments.String("Value"), arguments.Flags("On")));
                    break;
                case AttributeNames.ClaimRetention:
                    app = app with { ClaimRetention = new(arguments.Enum("WhenDeleted"), arguments.Enum("WhenScaled")) };
                    break;
                case AttributeNames.DisruptionBudget:
                    app = app with
                    {
                        DisruptionBudget = new(
                            arguments.Int("MinAvailable"),
                            arguments.Int("MinAvailablePercent"),
                            arguments.Int("MaxUnavailable"),
                            arguments.Int("MaxUnavailablePercent"),
                            arguments.Enum("UnhealthyPodEvictionPolicy")),
                    };
                    break;
                case AttributeNames.Patch:
                    patches.Add(new(arguments.String("Yaml")));
                    break;
            }
        }

        return app with
        {
            Labels = labels.ToEquatableArray(),
            Annotations = annotations.ToEquatableArray(),
            Patches = patches.ToEquatableArray(),
        };
    }

    private static void ReportLanguageVersion(INamedTypeSymbol type, ReadContext context)
    {
        if (context.KeepsOrigins
            && type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp13 } options)
        {
            context.Report(
                ReadingProblems.LanguageVersion,
                type.Locations.FirstOrDefault(),
                type.Name,
                options.LanguageVersion.ToDisplayString());
        }
    }
}
