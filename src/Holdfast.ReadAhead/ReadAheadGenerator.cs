using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;

namespace Holdfast.ReadAhead;

/// <summary>
/// Starts <see cref="FirstDeclaration"/> where a project declares something, once in a process, and generates nothing. It is a separate assembly
/// since the compiler runs generators one after the other, in the order of their assemblies: the package's targets put this one first and
/// the generator of the manifests last, so that the first declaration is worked on beside the generators of others.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ReadAheadGenerator : IIncrementalGenerator
{
    /// <summary>1 after the first project that declares something: machine code is there for all later ones.</summary>
    private static int HasBegun;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, static (output, compilation) => Begin(compilation, ref HasBegun, output.CancellationToken));

    /// <returns>The thread that has begun; null where nothing is declared, and after the first time.</returns>
    internal static Thread? Begin(Compilation compilation, ref int hasBegun, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref hasBegun) != 0 || FirstIn(compilation, cancellationToken) is not { } candidate || Interlocked.Exchange(ref hasBegun, 1) != 0)
        {
            return null;
        }

        // Not of the pool, whose threads the compiler waits for. A background thread keeps no process from ending.
        var thread = new Thread(() => FirstDeclaration.WorkOnSafely(candidate, compilation)) { IsBackground = true, Name = "Holdfast reads ahead" };
        thread.Start();
        return thread;
    }

    /// <summary>The first type that looks like an application; what a file declares is found once for this and for the generator.</summary>
    private static AppCandidate? FirstIn(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (AppCandidate candidate in TreeTypes.Of(tree, cancellationToken).Candidates)
            {
                if (candidate.IsNamed)
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
