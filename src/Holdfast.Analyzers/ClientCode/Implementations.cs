using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>The methods of a compilation that a call of an interface's, abstract or virtual method may run.</summary>
internal sealed class Implementations
{
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _methods = new(SymbolEqualityComparer.Default);

    public Implementations(IAssemblySymbol assembly) => Visit(assembly.GlobalNamespace);

    /// <summary>All that may run, with the method itself where it has a body.</summary>
    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        ImmutableArray<IMethodSymbol> others = _methods.TryGetValue(definition, out List<IMethodSymbol>? found) ? [.. found] : [];
        return definition.IsAbstract ? others : others.Insert(0, definition);
    }

    private void Visit(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            switch (member)
            {
                case INamespaceSymbol inner:
                    Visit(inner);
                    break;
                case INamedTypeSymbol type:
                    Note(type);
                    Visit(type);
                    break;
            }
        }
    }

    private void Note(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            for (IMethodSymbol? overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                Add(overridden, method);
            }
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces.Where(static implemented => !implemented.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty))
        {
            foreach (IMethodSymbol member in implemented.GetMembers().OfType<IMethodSymbol>())
            {
                if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol method)
                {
                    Add(member, method);
                }
            }
        }
    }

    private void Add(IMethodSymbol declared, IMethodSymbol method)
    {
        ISymbol key = declared.OriginalDefinition;
        if (!_methods.TryGetValue(key, out List<IMethodSymbol>? methods))
        {
            _methods.Add(key, methods = []);
        }

        if (!methods.Contains(method.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            methods.Add(method.OriginalDefinition);
        }
    }
}
