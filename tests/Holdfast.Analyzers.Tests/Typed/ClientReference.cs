using Holdfast.Tests.Shared;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Typed;

/// <summary>Projects that reference KubernetesClient.</summary>
internal static class ClientReference
{
    public static MetadataReference Value { get; } = MetadataReference.CreateFromFile(typeof(V1StatefulSet).Assembly.Location);

    /// <summary>A project with the package and KubernetesClient.</summary>
    public static CSharpCompilation Create(params string[] sources) => Compilations.Create(sources).AddReferences(Value);

    public static GeneratorRun Run(params string[] sources) => GeneratorRun.Of(Create(sources));
}
