using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Reporting;

/// <summary>What the reader of attributed types cannot read.</summary>
internal static class ReadingProblems
{
    public static readonly DiagnosticDescriptor TypeForm = new(
        id: "HF9001",
        title: "An application must be a partial class",
        messageFormat: "'{0}' {1}, so Holdfast cannot generate its other half, and it has no manifests and no names; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9001"),
        customTags: Fixes.TypeForm);

    public static readonly DiagnosticDescriptor MemberForm = new(
        id: "HF9002",
        title: "A declared member must be a static partial property of the right type",
        messageFormat: "'{0}' {1}, so Holdfast cannot implement it; write '{2}'",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9002"),
        customTags: Fixes.MemberForm);

    public static readonly DiagnosticDescriptor PeerText = new(
        id: "HF9003",
        title: "A peer list's text cannot be read",
        messageFormat: "The text for each replica in '{0}' cannot be read: {1}; placeholders are {{ordinal}}, {{index}} (both also with +n or -n), {{name}}, {{host}}, {{service}} and the members that declare a port{2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9003"));

    public static readonly DiagnosticDescriptor PortReference = new(
        id: "HF9004",
        title: "The name of a member that declares a port is expected",
        messageFormat: "'{0}' is not a member of '{1}' that declares a port, so the reference has no target; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9004"));

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        id: "HF9005",
        title: "Declared members need C# 13",
        messageFormat: "'{0}' is compiled as C# {1}, which has no partial properties, so Holdfast cannot implement its members; set <LangVersion>13</LangVersion> (or latest) in the project file, the target framework can stay",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9005"));

    public static readonly DiagnosticDescriptor NoContainer = new(
        id: "HF9006",
        title: "An application needs an attribute for each part",
        messageFormat: "'{0}' declares no container, so the API server would refuse its {1}; add [Container(\"image:tag\")], or set the project's own image with the properties ContainerRepository and ContainerImageTag",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9006"));

    /// <summary>Reported by the generator alone: the compiler has an error for the argument, so this is not another one, and asks no analyzer.</summary>
    public static readonly DiagnosticDescriptor MisplacedArgument = new(
        id: "HF9006",
        title: "An application needs an attribute for each part",
        messageFormat: "'{0}' is not an argument of {1}, so the compiler does not know the name; write {2} instead",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9006"),
        customTags: Fixes.MoveArgument);

    public static readonly DiagnosticDescriptor ClusterDomain = new(
        id: "HF9007",
        title: "The cluster domain is not a DNS name",
        messageFormat: "The cluster domain '{0}' {1}, so no name that ends with it resolves; write it without a dot at the end, such as 'cluster.local'",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9007"));

    public static readonly DiagnosticDescriptor Patch = new(
        id: "HF9008",
        title: "A patch cannot be read",
        messageFormat: "The patch cannot be read: {0}; it is not in the manifest",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9008"),
        customTags: Fixes.ReplaceText);

    public static readonly DiagnosticDescriptor PatchValue = new(
        id: "HF9010",
        title: "A patch or manifest has a value of the wrong type",
        messageFormat: "{0}, so {1}; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9010"));

    public static readonly DiagnosticDescriptor VolumeReference = new(
        id: "HF9011",
        title: "The name of a member that declares a volume is expected",
        messageFormat: "'{0}' is not a member of '{1}' that declares a volume, so there is nothing to mount; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9011"));

    public static readonly DiagnosticDescriptor PatchName = new(
        id: "HF9012",
        title: "A patch contradicts what code knows",
        messageFormat: "The patch changes '{0}' to {1} in the manifest, but it stays {2} in code, so names and plans in code are wrong; {3}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9012"));

    public static readonly DiagnosticDescriptor ConfigText = new(
        id: "HF9020",
        title: "The text of a config file or entry is missing",
        messageFormat: "{0}, so the ConfigMap has no text for it; {1}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9020"));

    public static readonly DiagnosticDescriptor ConfigFileText = new(
        id: "HF9021",
        title: "A config file is not text",
        messageFormat: "The file '{0}' {1}, but an entry of a ConfigMap is text in UTF-8; save it as UTF-8, or set Binary=\"true\" on its HoldfastConfigFile in the project file",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9021"));

    public static readonly DiagnosticDescriptor Placeholder = new(
        id: "HF9029",
        title: "A placeholder of a text stands for nothing",
        messageFormat: "The text of {0} cannot be generated: {1}; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9029"),
        customTags: Fixes.ReplaceText);

    public static readonly DiagnosticDescriptor WrongKind = new(
        id: "HF9013",
        title: "The kind of workload cannot have this",
        messageFormat: "{0} is for {1} and '{2}' is a {3}, {4}; {5}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9013"));

    public static readonly DiagnosticDescriptor TwoKinds = new(
        id: "HF9014",
        title: "A type is one application",
        messageFormat: "'{0}' is both a {1} and a {2}, but one type is one workload, so {1} counts and this one has no effect; remove one of the two, or declare a second type",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9014"));

    public static readonly DiagnosticDescriptor Address = new(
        id: "HF9015",
        title: "The address of another application cannot be generated",
        messageFormat: "The address '{0}' cannot be generated: {1}; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9015"),
        customTags: Fixes.ReplaceText);

    public static readonly DiagnosticDescriptor AppReference = new(
        id: "HF9023",
        title: "The type of a declared application is expected",
        messageFormat: "'{0}' declares no application, so its pods cannot be selected by name; refer to a type with [StatefulApp], or use labels",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9023"));

    public static readonly DiagnosticDescriptor Contradiction = new(
        id: "HF9024",
        title: "Arguments contradict each other",
        messageFormat: "{0}, so {1}; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9024"));

    public static readonly DiagnosticDescriptor ResourceGroup = new(
        id: "HF9033",
        title: "The API group of a resource is not known",
        messageFormat: "'{0}' is not a resource of Kubernetes' own API groups, so the role has no group for it and grants nothing; {1}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9033"));

    public static readonly DiagnosticDescriptor FurtherObject = new(
        id: "HF9036",
        title: "Further objects cannot be in the manifest",
        messageFormat: "{0}, so it is not in the manifest; {1}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9036"));

    /// <summary>Reported at the end of a compilation, since all applications are known only then.</summary>
    public static readonly DiagnosticDescriptor ObjectOfTwo = new(
        id: "HF9036",
        title: "Further objects cannot be in the manifest",
        messageFormat: "There is a {0} '{1}' in another application of the project too, and kustomize fails on a folder that has an object twice; make it in one of the two",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9036"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Route = new(
        id: "HF9037",
        title: "A route or monitor has no target",
        messageFormat: "{0}, so {1}; {2}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9037"));

    public static readonly DiagnosticDescriptor Unread = new(
        id: "HF9026",
        title: "Attributes are on a type that cannot have them",
        messageFormat: "'{0}' {1}, so Holdfast does not read it, and it is in no manifest{2}; {3}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9026"));

    public static readonly DiagnosticDescriptor Environment = new(
        id: "HF9016",
        title: "An attribute is for the same environment as another, or for environments only",
        messageFormat: "'{0}' {1}, and {2}; {3}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9016"));

    public static readonly DiagnosticDescriptor Override = new(
        id: "HF9017",
        title: "A property of the build has a value that cannot be used",
        messageFormat: "The build property {0} gives '{1}' the value '{2}', which {3}; the values of the attributes stay in effect until it is {4}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9017"));

    /// <summary>Reported at the end of a compilation, since all declared names are known only then.</summary>
    public static readonly DiagnosticDescriptor UnknownSetting = new(
        id: "HF9019",
        title: "A property of the build names what no declaration has",
        messageFormat: "The build property {0} names {1} '{2}', which this project does not have, so {3}; {4}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9019"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The same of a setting that takes the place of nothing that attributes say.</summary>
    public static readonly DiagnosticDescriptor Version = new(
        id: "HF9017",
        title: "A property of the build has a value that cannot be used",
        messageFormat: "{0} is '{1}', which {2}, so Holdfast judges for Kubernetes {3}; write a version or a range, such as '1.36', '1.35.2', '1.33-1.36' or '1.35..'",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9017"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor After = new(
        id: "HF9041",
        title: "An application cannot start after this",
        messageFormat: "'{0}' cannot start after '{1}', because {2}; {3}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9041"));

    public static readonly DiagnosticDescriptor NoWait = new(
        id: "HF9042",
        title: "Nothing waits for a Job",
        messageFormat: "'{0}' is to start after '{1}', but the project does not reference Holdfast.Discovery, which waits, so it starts at once; reference that package and call AddHoldfastStart, or set WaitImage to an image with a shell and curl",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9042"));

    public static readonly DiagnosticDescriptor Convention = new(
        id: "HF9018",
        title: "Declarations of an interface or base class cannot be used",
        messageFormat: "'{0}' {1}, so '{2}' does not use its declarations and they are not in the manifest; {3}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9018"));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        After,
        NoWait,
        TypeForm,
        MemberForm,
        PeerText,
        PortReference,
        LanguageVersion,
        NoContainer,
        MisplacedArgument,
        ClusterDomain,
        Patch,
        PatchValue,
        VolumeReference,
        PatchName,
        ConfigText,
        ConfigFileText,
        Placeholder,
        WrongKind,
        TwoKinds,
        Address,
        AppReference,
        Contradiction,
        ResourceGroup,
        FurtherObject,
        ObjectOfTwo,
        Route,
        Unread,
        Environment,
        Override,
        Convention,
    ];
}
