using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// HF2013: variables that code reads and no manifest sets. An image may set any variable, so only those count that mention
/// the pod, which an image cannot know, and in a declaring type those that are nearly one that it sets.
/// </summary>
internal static class EnvironmentReads
{
    /// <summary>By custom, and the field of the pod that each is set from; null where there are several for it.</summary>
    private static readonly ImmutableDictionary<string, string> PodFields = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new KeyValuePair<string, string>[]
        {
            new("POD_NAME", "metadata.name"),
            new("POD_NAMESPACE", "metadata.namespace"),
            new("POD_ORDINAL", "metadata.labels['apps.kubernetes.io/pod-index']"),
            new("POD_INDEX", "metadata.labels['apps.kubernetes.io/pod-index']"),
            new("POD_IP", "status.podIP"),
            new("POD_IPS", "status.podIPs"),
            new("POD_UID", "metadata.uid"),
            new("POD_SERVICE_ACCOUNT", "spec.serviceAccountName"),
            new("NODE_NAME", "spec.nodeName"),
            new("NODE_IP", "status.hostIP"),
            new("HOST_IP", "status.hostIP"),
        });

    public static void Analyze(CodeOperation context, Lazy<KnownSets> known)
    {
        if (context.Operation is not IInvocationOperation
            {
                TargetMethod: { Name: "GetEnvironmentVariable", ContainingType: { Name: "Environment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
                Arguments: [{ Value: { ConstantValue: { HasValue: true, Value: string { Length: > 0 } name } } argument }],
            })
        {
            return;
        }

        INamedTypeSymbol? declaring = Declaring(context.ContainingType);
        bool isPodField = PodFields.TryGetValue(name, out string? field);
        if (!isPodField && declaring is null)
        {
            return;
        }

        string? type = declaring is null ? null : DeclaredSymbol.NameOf(declaring);
        KnownWorkload[] asked =
        [
            .. known.Value.Workloads.Where(workload => type is null || (workload.Declared as DeclaredSymbol)?.TypeName == type),
        ];
        if (asked.Length == 0 || asked.Any(workload => workload.Variables.IsDefault || workload.Variables.Contains(name)))
        {
            return;
        }

        string? meant = isPodField ? null : Meant(name, asked);
        if (!isPodField && meant is null)
        {
            return;
        }

        string[] names = [.. asked.Select(static workload => workload.Name).Distinct()];
        context.ReportDiagnostic(Diagnostic.Create(
            NameDescriptors.UnsetVariable,
            argument.Syntax.GetLocation(),
            meant is null ? ImmutableDictionary<string, string?>.Empty : FixProperties.Replace(meant),
            names.Length == 1 ? $"'{names[0]}'" : $"None of {string.Join(", ", names.Select(static workload => $"'{workload}'"))}",
            name,
            meant is null ? Phrase.Of($"set it with `EnvVar.valueFrom.fieldRef.fieldPath: {field}`").In(asked[0].Words) : $"did you mean '{meant}'?"));
    }

    /// <summary>A variable of a container that is nearly this one; short names are near to everything.</summary>
    private static string? Meant(string name, KnownWorkload[] workloads) => name.Length < 4
        ? null
        : NearestName.Find(name, workloads.SelectMany(static workload => workload.Variables).Distinct());

    /// <summary>The application that code is inside the type of.</summary>
    private static INamedTypeSymbol? Declaring(INamedTypeSymbol? type)
    {
        while (type is not null && AppReader.FindDeclaration(type) is null)
        {
            type = type.ContainingType;
        }

        return type;
    }
}
