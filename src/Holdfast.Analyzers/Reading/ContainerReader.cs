using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads a container from the type that it is declared on: the application's own, or a class inside it.</summary>
internal static class ContainerReader
{
    /// <param name="type">The type with the container's attributes and members.</param>
    /// <param name="defaultName">The container's name where the user gives none.</param>
    /// <param name="appName">The application's name, which names of Services are made of.</param>
    /// <param name="kind">What the application is.</param>
    /// <param name="context">What is asked for.</param>
    public static ContainerDeclaration Read(
        INamedTypeSymbol type,
        Declared<string> defaultName,
        Declared<string> appName,
        WorkloadKind kind,
        ReadContext context)
    {
        var container = new ContainerDeclaration { Name = defaultName };
        var env = new List<EnvDeclaration>();
        var extended = new List<ExtendedResourceDeclaration>();
        var envFrom = new List<EnvFromDeclaration>();
        var mounts = new List<MountDeclaration>();
        var files = new List<ConfigFileDeclaration>();
        var entries = new List<ConfigMapEntryDeclaration>();
        var fields = new List<FieldValue>();
        var items = new List<ItemValue>();
        ResourcesDeclaration? resources = null;
        HookDeclaration? postStart = null;
        HookDeclaration? preStop = null;
        ProbeDeclaration? startup = null;
        ProbeDeclaration? readiness = null;
        ProbeDeclaration? liveness = null;
        SecurityContextDeclaration? security = null;
        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(type, context))
        {
            if (FieldArgumentReader.ReadItem(name, arguments) is { } item)
            {
                items.Add(item);
                continue;
            }

            foreach (FieldValue value in FieldArgumentReader.Read(name, arguments))
            {
                if (IsOfType(value.Argument.Place))
                {
                    fields.Add(value);
                }
            }

            switch (name)
            {
                case AttributeNames.Container:
                case AttributeNames.Sidecar:
                case AttributeNames.InitContainer:
                    container = ReadSpec(container, KindOf(name), arguments, context);
                    break;
                case AttributeNames.Resources:
                    resources = ReadResources(arguments);
                    break;
                case AttributeNames.Env:
                    env.Add(ReadEnv(arguments, context));
                    break;
                case AttributeNames.ExtendedResource:
                    extended.Add(new(arguments.String("Name"), arguments.String("Amount")));
                    break;
                case AttributeNames.EnvFrom:
                    envFrom.Add(new(arguments.String("ConfigMap"), arguments.String("Secret"), arguments.String("Prefix"), arguments.Bool("Optional")));
                    break;
                case AttributeNames.PostStart:
                    postStart = ReadHook(name, arguments);
                    break;
                case AttributeNames.PreStop:
                    preStop = ReadHook(name, arguments);
                    break;
                case AttributeNames.Mount:
                    mounts.Add(new(arguments.String("Volume"), arguments.String("Path"), arguments.String("SubPath"), arguments.Bool("ReadOnly")) { Fields = FieldArgumentReader.Read(name, arguments) });
                    break;
                case AttributeNames.ConfigFile:
                    files.Add(ConfigTextReader.ReadFile(arguments, context));
                    break;
                case AttributeNames.ConfigMapEntry:
                    entries.Add(ConfigTextReader.ReadEntry(arguments, context));
                    break;
                case AttributeNames.StartupProbe:
                    startup = ReadProbe(name, arguments);
                    break;
                case AttributeNames.ReadinessProbe:
                    readiness = ReadProbe(name, arguments);
                    break;
                case AttributeNames.LivenessProbe:
                    liveness = ReadProbe(name, arguments);
                    break;
                case AttributeNames.SecurityContext:
                    security = ReadSecurityContext(arguments);
                    break;
            }
        }

        container = container with
        {
            Resources = resources,
            PostStart = postStart,
            PreStop = preStop,
            StartupProbe = startup,
            ReadinessProbe = readiness,
            LivenessProbe = liveness,
            SecurityContext = security,
            ExtendedResources = extended.ToEquatableArray(),
            Env = env.ToEquatableArray(),
            EnvFrom = envFrom.ToEquatableArray(),
            Mounts = mounts.ToEquatableArray(),
            ConfigFiles = files.ToEquatableArray(),
            ConfigMapEntries = entries.ToEquatableArray(),
            Fields = fields.ToEquatableArray(),
            Items = items.ToEquatableArray(),
        };
        return MembersReader.Read(container, type, appName, kind, context);
    }

    /// <summary>What only an application can have; <see cref="AppReader"/> reads it.</summary>
    private static readonly HashSet<string> AppOnly = new(
        [
            AttributeNames.After,
            AttributeNames.Allow,
            AttributeNames.Annotation,
            AttributeNames.Autoscaler,
            AttributeNames.ClaimRetention,
            AttributeNames.DisruptionBudget,
            AttributeNames.HeadlessService,
            AttributeNames.Label,
            AttributeNames.Manifest,
            AttributeNames.NetworkPolicy,
            AttributeNames.Patch,
            AttributeNames.Quorum,
            AttributeNames.Selector,
        ],
        StringComparer.Ordinal);

    /// <summary>The containers that classes inside the application's declare, in source order.</summary>
    public static EquatableArray<ContainerDeclaration> ReadNested(
        INamedTypeSymbol app,
        Declared<string> appName,
        WorkloadKind kind,
        ReadContext context)
    {
        var containers = new List<ContainerDeclaration>();
        foreach (INamedTypeSymbol nested in app.GetTypeMembers())
        {
            if (nested.Name.Length > 0 && DeclaredAttributes.Of(nested, context).Any(static attribute => IsContainer(attribute.Name)))
            {
                var name = Declared<string>.Known(
                    MemberNames.ToKebabCase(nested.Name),
                    context.KeepsLocations ? nested.Locations.FirstOrDefault() : null);
                ReportAppOnly(nested, app, context);
                containers.Add(Read(nested, name, appName, kind, context) with { Type = TypeShapeReader.ReadNested(nested, context) });
            }
        }

        return containers.ToEquatableArray();
    }

    /// <summary>What a container has itself; an interface may say the same for applications.</summary>
    private static void ReportAppOnly(INamedTypeSymbol container, INamedTypeSymbol app, ReadContext context)
    {
        foreach (AttributeData attribute in context.KeepsLocations ? container.GetAttributes() : [])
        {
            if (attribute.AttributeConstructor is not null
                && AppReader.IsOurs(attribute, out string name)
                && (AppOnly.Contains(name) || FieldArguments.ItemOfClass(name)?.Place == FieldPlace.Autoscaler))
            {
                context.Report(
                    ReadingProblems.Unread,
                    attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation(),
                    container.Name,
                    $"has {AttributeNames.Written(name)} and is a container of '{app.Name}'",
                    string.Empty,
                    $"move the attribute to '{app.Name}'");
            }
        }
    }

    /// <summary>Whether an attribute declares a container.</summary>
    public static bool IsContainer(AttributeData attribute) => AppReader.IsOurs(attribute, out string name) && IsContainer(name);

    private static bool IsContainer(string attribute) =>
        attribute is AttributeNames.Container or AttributeNames.Sidecar or AttributeNames.InitContainer;

    private static ContainerDeclaration ReadSpec(ContainerDeclaration container, ContainerKind kind, AttributeArguments arguments, ReadContext context) => container with
    {
        Kind = kind,
        IsDeclared = true,
        Image = arguments.String("Image"),
        Name = arguments.String("Name") is { State: not DeclaredState.Absent } own ? own : container.Name,
        Command = arguments.Strings("Command"),
        Args = arguments.Strings("Args"),
        Placeholders = PlaceholderReader.Read(arguments, context),
        WorkingDir = arguments.String("WorkingDir"),
        ImagePullPolicy = arguments.Enum("ImagePullPolicy"),
    };

    private static EnvDeclaration ReadEnv(AttributeArguments arguments, ReadContext context) => new(
        arguments.String("Name"),
        arguments.String("Value"),
        arguments.String("FieldPath"),
        arguments.String("Resource"),
        arguments.String("Divisor"),
        arguments.String("ConfigMap"),
        arguments.String("Secret"),
        arguments.String("Key"),
        arguments.Bool("Optional"))
    {
        Placeholders = PlaceholderReader.Read(arguments, context),
        Fields = FieldArgumentReader.Read(AttributeNames.Env, arguments),
        FileVolume = arguments.String("FileVolume"),
        FilePath = arguments.String("FilePath"),
    };

    private static HookDeclaration ReadHook(string attribute, AttributeArguments arguments) => new(
        arguments.Strings("Command"),
        arguments.String("HttpPath"),
        arguments.String("Port"),
        arguments.Int("SleepSeconds"),
        Declared<bool>.Known(true, arguments.Location))
    {
        Fields = FieldArgumentReader.Read(attribute, arguments),
        PortNumber = arguments.Int("PortNumber"),
        Https = arguments.Bool("Https"),
    };

    /// <summary>Whether a place belongs to the type as a whole, and not to one of several attributes.</summary>
    private static bool IsOfType(FieldPlace place) => place is FieldPlace.Pod or FieldPlace.OwnPod or FieldPlace.Container or FieldPlace.FurtherContainer
        or FieldPlace.Service or FieldPlace.ServiceAccount or FieldPlace.Autoscaler;

    private static ContainerKind KindOf(string attribute) => attribute switch
    {
        AttributeNames.Sidecar => ContainerKind.Sidecar,
        AttributeNames.InitContainer => ContainerKind.Init,
        _ => ContainerKind.Container,
    };

    private static ResourcesDeclaration ReadResources(AttributeArguments arguments) => new(
        arguments.String("CpuRequest"),
        arguments.String("CpuLimit"),
        arguments.String("MemoryRequest"),
        arguments.String("MemoryLimit"),
        arguments.String("EphemeralStorageRequest"),
        arguments.String("EphemeralStorageLimit"));

    private static ProbeDeclaration ReadProbe(string attribute, AttributeArguments arguments) => new(
        arguments.Strings("Command"),
        arguments.String("HttpPath"),
        arguments.String("Port"),
        arguments.String("GrpcPort"),
        arguments.Int("InitialDelaySeconds"),
        arguments.Int("PeriodSeconds"),
        arguments.Int("TimeoutSeconds"),
        arguments.Int("FailureThreshold"),
        arguments.Int("SuccessThreshold"),
        arguments.Bool("Https"),
        arguments.Strings("HttpHeaders"),
        arguments.String("GrpcService"),
        Declared<bool>.Known(true, arguments.Location))
    {
        Fields = FieldArgumentReader.Read(attribute, arguments),
        PortNumber = arguments.Int("PortNumber"),
        Host = arguments.String("Host"),
    };

    private static SecurityContextDeclaration ReadSecurityContext(AttributeArguments arguments) => new(
        arguments.Long("RunAsUser"),
        arguments.Long("RunAsGroup"),
        arguments.Long("FsGroup"),
        arguments.Bool("ReadOnlyRootFilesystem"),
        arguments.Bool("AllowRoot"),
        arguments.Strings("AddCapabilities"),
        arguments.Bool("AllowPrivilegeEscalation"),
        arguments.Bool("Privileged"));
}
