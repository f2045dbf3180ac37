using Holdfast.Engine.Naming;
using Holdfast.Engine.Rules.Names;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// HF6003: code that lives on the token of a service account where no workload that it may run in has one. Whether a token that
/// is there is unused cannot be known: what runs in the image may be any program.
/// </summary>
internal static class ApiServerCalls
{
    private const string Throws = "this fails in the cluster";

    public static void Analyze(CodeOperation context, Lazy<KnownSets> known)
    {
        if (context.Operation is not IInvocationOperation call
            || Consequence(call) is not { } consequence
            || known.Value.Workloads.IsEmpty
            || known.Value.Workloads.Any(static workload => workload.MayHaveToken))
        {
            return;
        }

        string[] names = [.. known.Value.Workloads.Select(static workload => workload.Name).Distinct()];
        context.ReportDiagnostic(Diagnostic.Create(
            NameDescriptors.NoToken,
            call.Syntax.GetLocation(),
            call.TargetMethod.Name,
            names.Length == 1 ? $"'{names[0]}' gets none" : $"{string.Join(", ", names.Select(static name => $"'{name}'"))} get none",
            consequence,
            known.Value.Workloads[0].Words.Of(new FieldText("PodSpec", "automountServiceAccountToken", "true"))));
    }

    /// <summary>What becomes of a call without a token; null for calls that need none.</summary>
    private static string? Consequence(IInvocationOperation call) => (call.TargetMethod.Name, call.TargetMethod.ContainingType.Name) switch
    {
        ("InClusterConfig", "KubernetesClientConfiguration") when IsIn(call, "k8s") => Throws,

        // Orleans and Akka.NET ask the API server for the pods of their cluster.
        ("UseKubernetesHosting", "KubernetesHostingExtensions") when IsIn(call, "Orleans") => Throws,
        ("WithKubernetesDiscovery", _) when IsIn(call, "Akka") => Throws,

        // Takes itself to be in no cluster where the token is not there, unless it is told where to look.
        ("AddDnsSrvServiceEndpointProvider", _) when IsIn(call, "Microsoft") && call.TargetMethod.Parameters.Length <= 1 => "it finds no endpoint in the cluster unless QuerySuffix is set",
        _ => null,
    };

    /// <summary>Whether the method is of this namespace or one below it; extensions of other libraries have their own namespaces.</summary>
    private static bool IsIn(IInvocationOperation call, string root)
    {
        INamespaceSymbol space = call.TargetMethod.ContainingType.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false } && space.Name == root;
    }
}
