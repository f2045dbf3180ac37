using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// HF9034: a library that asks the API server, in a project whose applications have no right to what it asks for. Rights that may be granted
/// elsewhere are not missing: an account that is named and not given rights here may have them from elsewhere.
/// </summary>
internal static class ApiServerRights
{
    public static void Analyze(CodeOperation context, Lazy<KnownSets> known, Lazy<string?> image)
    {
        if (NeedOf(context.Operation) is not { } need
            || (AppOf(context.Operation) is { } own ? Named(known.Value, own, context.Compilation) : Candidates(known.Value, image.Value)) is not { Length: > 0 } candidates)
        {
            return;
        }

        (string what, string? preset) = need;
        GrantedRights? needed = preset is null ? null : GrantedRights.Of(preset);
        string? lack = null;
        foreach (DeclaredSymbol candidate in candidates)
        {
            lack = Lack(candidate.App, needed, known.Value);
            if (lack is null)
            {
                return;
            }
        }

        DeclaredSymbol first = candidates[0];
        if (first.In(context.Compilation) is not { } declaring)
        {
            return;
        }

        string argument = preset is null ? "\"get list watch\", \"pods\"" : "ClientRights." + preset;
        context.ReportDiagnostic(Diagnostic.Create(
            NameDescriptors.NoRights,
            context.Operation.Syntax.GetLocation(),
            preset is null ? DiagnosticSeverity.Info : NameDescriptors.NoRights.DefaultSeverity,
            AppReader.FindDeclaration(declaring)?.ApplicationSyntaxReference is { } syntax && preset is not null ? [syntax.SyntaxTree.GetLocation(syntax.Span)] : [],
            FixProperties.Of(FixProperties.Expression, preset),
            what,
            needed is null ? "read or change objects" : $"{And(needed.Verbs)} {needed.Resource}",
            first.App.Name.OrDefault(declaring.Name),
            lack,
            preset is null ? $"what it asks for, such as [Allow({argument})]," : $"[Allow({argument})]",
            declaring.Name));
    }

    /// <summary>What a call or object is, and the preset that has its rights; none for a client that may ask for anything. Null for all else.</summary>
    private static (string What, string? Preset)? NeedOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } => (method.Name, method.ContainingType.Name) switch
        {
            ("UseKubernetesHosting", "KubernetesHostingExtensions") when IsIn(method.ContainingType, "Orleans") => (method.Name, GrantedRights.Orleans),
            ("WithKubernetesDiscovery", _) when IsIn(method.ContainingType, ClusterOptions.Akka) => (method.Name, GrantedRights.AkkaManagement),
            ("OnLeaving", "HoldfastHostApplicationBuilderExtensions") when IsIn(method.ContainingType, "Microsoft", "Extensions", "Hosting") => (method.Name, GrantedRights.ScaleIn),
            ("InClusterConfig", "KubernetesClientConfiguration") when IsIn(method.ContainingType, "k8s") => (method.Name, null),
            _ => null,
        },
        IObjectCreationOperation { Constructor.ContainingType: { } type } => type.Name switch
        {
            ClusterOptions.ProtoActor when IsIn(type, ClusterOptions.ProtoActorNamespace.Split('.')) => (type.Name, GrantedRights.ProtoActor),
            ClusterOptions.AkkaLease when IsIn(type, ClusterOptions.Akka) => (type.Name, GrantedRights.AkkaLease),
            _ => null,
        },
        IPropertyReferenceOperation { Property: { Name: "Instance", ContainingType: { Name: ClusterOptions.AkkaLease } type } } when IsIn(type, ClusterOptions.Akka) => (type.Name, GrantedRights.AkkaLease),
        _ => null,
    };

    /// <summary>The application that a call of Holdfast's names; null for calls that are about the process.</summary>
    private static ITypeSymbol? AppOf(IOperation operation) => operation is IInvocationOperation { TargetMethod: { Name: "OnLeaving", TypeArguments: [var app] } } ? app : null;

    /// <summary>That application, unless a volume shows it an annotation, which may be its mark.</summary>
    private static DeclaredSymbol[] Named(KnownSets known, ITypeSymbol type, Compilation compilation)
    {
        DeclaredSymbol[] named = [.. known.Workloads.Select(static workload => workload.Declared).OfType<DeclaredSymbol>().Where(app => SymbolEqualityComparer.Default.Equals(app.In(compilation), type))];
        return named.Any(static app => app.App.Patches.Count > 0 || app.App.Volumes.Any(static volume => volume.Sources.Any(static source =>
            source.FieldPath.State != DeclaredState.Absent && source.FieldPath.OrDefault("metadata.annotations").StartsWith("metadata.annotations", StringComparison.Ordinal))))
                ? []
                : named;
    }

    /// <summary>The applications that run the project's code: those with the image that it publishes, or the only one that there is.</summary>
    private static DeclaredSymbol[] Candidates(KnownSets known, string? image)
    {
        DeclaredSymbol[] declared = [.. known.Workloads.Select(static workload => workload.Declared).OfType<DeclaredSymbol>()];
        DeclaredSymbol[] own = [.. declared.Where(app => image is not null && app.App.Container.Image.TryGet(out string? its) && its == image)];
        if (own.Length > 0)
        {
            return own;
        }

        return known.Workloads.All(static workload => workload.Declared is not null)
            && declared.Select(static app => app.TypeName).Distinct(StringComparer.Ordinal).Count() == 1
                ? declared
                : [];
    }

    /// <summary>What an application's account lacks, in words; null where it may have all.</summary>
    private static string? Lack(AppDeclaration app, GrantedRights? needed, KnownSets known)
    {
        ServiceAccountDeclaration? account = app.Pod.ServiceAccount;
        bool isNamed = account is not null && account.Name.State != DeclaredState.Absent;
        string name = isNamed ? account!.Name.OrDefault(string.Empty) : "default";
        if ((app.Allows.Count == 0 ? isNamed : !account!.Create.OrDefault(false))
            || name.Length == 0
            || app.Patches.Any(static patch => !patch.Yaml.TryGet(out string? yaml) || yaml.IndexOf("serviceAccount", StringComparison.Ordinal) >= 0)
            || known.MayBind(name))
        {
            return null;
        }

        if (app.Allows.Count == 0 || needed is null)
        {
            return app.Allows.Count == 0 ? "no rights" : null;
        }

        string[] missing = [.. needed.Verbs.Where(verb => !app.Allows.Any(allow => MayGrant(app, allow, needed, verb)))];
        return missing.Length == 0 ? null : missing.Length == needed.Verbs.Length ? "no right to them" : $"no right to {And(missing)} them";
    }

    private static bool MayGrant(AppDeclaration app, AllowDeclaration allow, GrantedRights needed, string verb)
    {
        if (allow.Rights.State != DeclaredState.Absent)
        {
            return !allow.Rights.TryGet(out string? preset)
                || GrantedRights.Of(preset) is not { } granted
                || (granted.Group == needed.Group && granted.Resource == needed.Resource && granted.Verbs.Contains(verb));
        }

        return IsIn(allow.Verbs, verb) != false
            && IsIn(allow.Resources, needed.Resource) != false
            && (allow.Group.State == DeclaredState.Absent
                ? (ApiResources.GroupsOf(needed.Resource)?[0] ?? string.Empty) == needed.Group
                : !allow.Group.TryGet(out string? group) || group == needed.Group || group == "*")
            && (!allow.Names.TryGet(out var names) || names.Count == 0 || (needed.IsOfOwnName && names.Contains(app.Name.OrDefault(string.Empty))));
    }

    /// <summary>Null where the words are not known.</summary>
    private static bool? IsIn(Declared<string> words, string word) =>
        words.TryGet(out string? text) ? AllowDeclaration.Words(text).Any(one => one == word || one == "*") : words.State == DeclaredState.Absent ? false : null;

    private static string And(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];

    /// <summary>Whether a type is in these namespaces or below; extensions of other libraries have their own.</summary>
    private static bool IsIn(INamedTypeSymbol type, params string[] path)
    {
        var names = new List<string>();
        for (INamespaceSymbol space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            names.Insert(0, space.Name);
        }

        return names.Count >= path.Length && names.Take(path.Length).SequenceEqual(path, StringComparer.Ordinal);
    }
}
