using Microsoft.CodeAnalysis;

namespace Holdfast.Benchmarks.Peers;

/// <summary>
/// The least that a generator can do: it finds the types with one attribute, reads nothing of them and adds nothing. What it
/// takes is Roslyn's own.
/// </summary>
[Generator(LanguageNames.CSharp)]
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                typeof(StatefulAppAttribute).FullName!,
                static (_, _) => true,
                static (_, _) => true),
            static (_, _) => { });
}
