using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Types of a library that a project may refer to. The compiler's own look-up begins with the project's sources, so the first to ask has it
/// parse all that generators added.
/// </summary>
internal static class ReferencedTypes
{
    /// <summary>The type; null where neither a reference nor the project itself has it.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="library">The library's assembly.</param>
    /// <param name="name">The type's full name.</param>
    public static INamedTypeSymbol? Find(Compilation compilation, string library, string name)
    {
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name == library && assembly.GetTypeByMetadataName(name) is { } found)
            {
                return found;
            }
        }

        return compilation.GetTypeByMetadataName(name);
    }

    /// <summary>Whether a reference has a type, or the project itself, which is asked only where its sources may declare one.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="name">The type's full name.</param>
    /// <param name="mayDeclare">Whether the sources have the type's own name at all.</param>
    public static bool Exists(Compilation compilation, string name, Func<bool> mayDeclare)
    {
        int count = 0;
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            count += assembly.GetTypeByMetadataName(name) is null ? 0 : 1;
        }

        // Of two the compiler takes none.
        return count == 1 || ((count > 1 || mayDeclare()) && compilation.GetTypeByMetadataName(name) is not null);
    }
}
