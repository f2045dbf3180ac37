using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// The reader of attributed types: from a type with <c>[StatefulApp]</c> or another kind to what it declares. The generator and the
/// analyzers call this one reader; it decides nothing about Kubernetes.
/// </summary>
internal static class AppReader
{
    /// <summary>The attribute that makes a type an application, the first where there are two; null for every other type.</summary>
    public static AttributeData? FindDeclaration(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (IsOurs(attribute, out string name) && AppKinds.IsAttribute(name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The application that a type declares a container of; the type itself where it is one.</summary>
    public static INamedTypeSymbol AppOf(INamedTypeSymbol type) =>
        FindDeclaration(type) is null && type.ContainingType is { } outer ? outer : type;

    /// <summary>What the attribute that makes a type an application makes of it.</summary>
    public static WorkloadKind KindOf(AttributeData declaration) =>
        AppKinds.Of(declaration.AttributeClass?.Name ?? string.Empty) ?? WorkloadKind.StatefulSet;

    public static AppDeclaration Read(INamedTypeSymbol type, AttributeData declaration, ReadContext context)
    {
        AttributeArguments arguments = DeclaredAttributes.Declaration(type, declaration, context);
        TypeShape shape = TypeShapeReader.Read(type, context);
        WorkloadKind kind = KindOf(declaration);
        ReportTwoKinds(type, kind, context);
        Conventions.Report(type, context);

        Declared<string> appName = arguments.String("Name").Or(MemberNames.ToKebabCase(type.Name), arguments.Location);
        var app = new AppDeclaration
        {
            Type = shape,
            Name = appName,
            Deployment = kind == WorkloadKind.Deployment ? ReadDeployment(arguments) : null,
            Job = kind is WorkloadKind.Job or WorkloadKind.CronJob ? JobReader.Read(arguments, kind) : null,
            Replicas = arguments.Int("Replicas"),
            OrdinalStart = arguments.Int("OrdinalStart"),
            Namespace = arguments.String("Namespace"),
            CreateNamespace = arguments.Bool("CreateNamespace"),
            ClusterDomain = arguments.String("ClusterDomain"),
            ServiceName = arguments.String("ServiceName"),
            PodManagementPolicy = arguments.Enum("PodManagementPolicy"),
            UpdateStrategy = arguments.Enum("UpdateStrategy"),
            UpdatePartition = arguments.Int("UpdatePartition"),
            MaxUnavailable = kind == WorkloadKind.StatefulSet ? arguments.Int("MaxUnavailable") : default,
            MaxUnavailablePercent = kind == WorkloadKind.StatefulSet ? arguments.Int("MaxUnavailablePercent") : default,
            MinReadySeconds = arguments.Int("MinReadySeconds"),
            RevisionHistoryLimit = arguments.Int("RevisionHistoryLimit"),
            TerminationGracePeriodSeconds = arguments.Int("TerminationGracePeriodSeconds"),
            Pod = PodReader.Read(type, appName, context),
            Container = ContainerReader.Read(type, appName, appName, kind, context),
            MoreContainers = ContainerReader.ReadNested(type, appName, kind, context),
        };

        app = AllowReader.WithAccount(AfterReader.WithAccount(ReadTypeAttributes(app, type, context)), context);
        app = BuildOverrides.Apply(app, context.Settings, context);
        ReportLanguageVersion(app, type, context);
        ReferenceCheck.Report(app, context);
        KindRefusals.ReportEnvironment(app, context);
        ContradictionCheck.Report(app, context);
        AfterReader.Report(app, type, context);
        RouteCheck.Report(app, context);
        if (app.ClusterDomain.TryGet(out string? zone) && DnsSubdomain.Problem(zone) is { } problem)
        {
            context.Report(ReadingProblems.ClusterDomain, app.ClusterDomain.Location, zone, problem);
        }

        if (!MisplacedArgumentCheck.Report(declaration, context) && (!app.Container.IsDeclared || app.Container.Image.State == DeclaredState.Absent))
        {
            context.Report(ReadingProblems.NoContainer, type.Locations.FirstOrDefault(), type.Name, kind);
        }

        return app;
    }

    /// <summary>Whether an attribute is one of Holdfast's, and its class's name.</summary>
    public static bool IsOurs(AttributeData attribute, out string name)
    {
        name = attribute.AttributeClass?.Name ?? string.Empty;
        return attribute.AttributeClass is { } type && IsOurs(type);
    }

    /// <summary>Whether a type is one of Holdfast's.</summary>
    public static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    private static AppDeclaration ReadTypeAttributes(AppDeclaration app, INamedTypeSymbol type, ReadContext context)
    {
        var selectors = new List<SelectorDeclaration>();
        var allows = new List<AllowDeclaration>();
        var labels = new List<MetadataDeclaration>();
        var annotations = new List<MetadataDeclaration>();
        var manifests = new List<FurtherManifestDeclaration>();
        var patches = new List<PatchDeclaration>();
        var afters = new List<AfterDeclaration>();
        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(type, context))
        {
            if (KindRefusals.OfType(name, app.Kind) is { } refusal)
            {
                KindRefusals.Report(name, refusal, app.Kind, arguments.Location, type.Name, context);
                continue;
            }

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
                case AttributeNames.Selector:
                    selectors.Add(ReadSelector(arguments));
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
                            arguments.Enum("UnhealthyPodEvictionPolicy").Or("AlwaysAllow", arguments.Location))
                        {
                            Name = arguments.String("Name"),
                        },
                    };
                    break;
                case AttributeNames.Allow:
                    allows.Add(AllowReader.Read(arguments, context));
                    break;
                case AttributeNames.NetworkPolicy:
                    app = app with { NetworkPolicy = NetworkPolicyReader.Read(arguments) };
                    break;
                case AttributeNames.Autoscaler:
                    app = app with { Autoscaler = AutoscalerReader.Read(arguments, app.Container.Items.Any(static item => item.Attribute.Place == FieldPlace.Autoscaler)) };
                    break;
                case AttributeNames.Quorum:
                    app = app with { Quorum = new(arguments.Enum("Bootstrap"), arguments.Bool("ReadinessNeedsPeers")) };
                    break;
                case AttributeNames.After:
                    afters.Add(AfterReader.Read(arguments, type, context));
                    break;
                case AttributeNames.Manifest:
                    manifests.Add(ReadManifest(arguments, context));
                    break;
                case AttributeNames.Patch:
                    patches.Add(new(arguments.String("Yaml")));
                    break;
            }
        }

        return app with
        {
            Allows = allows.ToEquatableArray(),
            Selectors = selectors.ToEquatableArray(),
            Labels = labels.ToEquatableArray(),
            Annotations = annotations.ToEquatableArray(),
            Manifests = manifests.ToEquatableArray(),
            Patches = patches.ToEquatableArray(),
            Afters = afters.ToEquatableArray(),
        };
    }

    /// <summary>The label that <c>[Selector]</c> declares.</summary>
    public static SelectorDeclaration ReadSelector(AttributeArguments arguments) => new(arguments.String("Key"), arguments.String("Value"));

    /// <summary>The texts of files come later, from <see cref="ConfigTexts"/>.</summary>
    private static FurtherManifestDeclaration ReadManifest(AttributeArguments arguments, ReadContext context)
    {
        Declared<string> yaml = arguments.String("Yaml");
        Declared<string> file = arguments.String("File");
        bool hasText = yaml.State != DeclaredState.Absent;
        if (hasText == (file.State != DeclaredState.Absent) && (hasText || arguments.IsComplete))
        {
            context.Report(
                ReadingProblems.FurtherObject,
                hasText ? file.Location : arguments.Location,
                hasText ? "[Manifest] has YAML and also names a file" : "[Manifest] has neither YAML nor a file",
                hasText ? "remove one of the two" : "write the objects as its text, or name a file of the project with File");
        }

        return new FurtherManifestDeclaration(hasText ? default : file, hasText ? yaml : Declared<string>.Unknown(file.Location ?? arguments.Location));
    }

    private static DeploymentDeclaration ReadDeployment(AttributeArguments arguments) => new()
    {
        Strategy = arguments.Enum("Strategy"),
        MaxSurge = arguments.Int("MaxSurge"),
        MaxSurgePercent = arguments.Int("MaxSurgePercent"),
        MaxUnavailable = arguments.Int("MaxUnavailable"),
        MaxUnavailablePercent = arguments.Int("MaxUnavailablePercent"),
        ProgressDeadlineSeconds = arguments.Int("ProgressDeadlineSeconds"),
        Paused = arguments.Bool("Paused"),
    };

    private static void ReportTwoKinds(INamedTypeSymbol type, WorkloadKind kind, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(type, context))
        {
            if (AppKinds.Of(name) is { } other && other != kind)
            {
                context.Report(ReadingProblems.TwoKinds, arguments.Location, type.Name, AppKinds.Written(kind), AttributeNames.Written(name));
            }
        }
    }

    /// <summary>Where the compiler stops, the generator says it.</summary>
    private static void ReportLanguageVersion(AppDeclaration app, INamedTypeSymbol type, ReadContext context)
    {
        if (context.KeepsLocations
            && !OldLanguage.Stops(app)
            && type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is { } options
            && OldLanguage.Of(options) is { } old)
        {
            context.Report(
                ReadingProblems.LanguageVersion,
                type.Locations.FirstOrDefault(),
                type.Name,
                old.Text);
        }
    }
}
