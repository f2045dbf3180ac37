using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Benchmarks.Peers;

/// <summary>
/// The least that a generator can do: it finds the types with one attribute, reads nothing of them but their name, and adds one file
/// to each. What it takes is Roslyn's own.
/// </summary>
/// <param name="write">The text of a type's file.</param>
internal sealed class FloorGenerator(Func<FloorGenerator.Found, string> write) : IIncrementalGenerator
{
    /// <summary>Adds one line to each type.</summary>
    public static FloorGenerator OfOneLine() => new(static type => $"namespace {type.Namespace} {{ partial class {type.Name} {{ }} }}");

    /// <summary>Adds what Holdfast adds, which it has beforehand.</summary>
    /// <param name="texts">The texts by the names of types.</param>
    public static FloorGenerator OfTexts(IReadOnlyDictionary<string, string> texts) => new(type => texts[type.Name]);

    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                typeof(StatefulAppAttribute).FullName!,
                static (_, _) => true,
                static (type, _) => new Found(type.TargetSymbol.ContainingNamespace.ToDisplayString(), type.TargetSymbol.Name)),
            (output, type) => output.AddSource(type.Name + ".g.cs", SourceText.From(write(type), Encoding.UTF8)));

    /// <summary>A type that has the attribute.</summary>
    /// <param name="Namespace">Its namespace.</param>
    /// <param name="Name">Its own name.</param>
    internal sealed record Found(string Namespace, string Name);
}
