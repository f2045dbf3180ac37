using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What methods of libraries do with an object: they send it or look at it, unless they hand it out again.</summary>
internal static class LibraryMethods
{
    /// <summary>Extension methods that hand out the object itself, with what the reader fills in anyway, or with its owner.</summary>
    private static readonly string[] Passing = ["Initialize", "WithOwnerReference"];

    /// <summary>Methods of LINQ that hand out the items that they get, all of them and in order.</summary>
    private static readonly string[] Keeping = ["Append", "AsEnumerable", "Concat", "ToArray", "ToList"];

    public static bool IsLinq(IMethodSymbol method) => method.ContainingNamespace is { Name: "Linq", ContainingNamespace.Name: "System" };

    /// <summary>The call that makes items of what a lambda returns, <c>ports.Select(port => new V1ContainerPort { … })</c>; null where an operation is not that.</summary>
    public static IInvocationOperation? MakerOfItems(IOperation item)
    {
        IOperation? around = item.Parent;
        while (around is IConversionOperation)
        {
            around = around.Parent;
        }

        return around is IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } } } }
            && IsLinq(call.TargetMethod)
            && call.TargetMethod.Name == nameof(Enumerable.Select)
                ? call
                : null;
    }

    /// <summary>Whether a method makes a list of all that it gets.</summary>
    public static bool KeepsItems(IMethodSymbol method) => IsLinq(method) && Keeping.Contains(method.Name);

    public static ArgumentEffect EffectOf(IMethodSymbol method, int ordinal)
    {
        if (!method.IsExtensionMethod || ordinal != 0 || !SymbolEqualityComparer.Default.Equals(method.ReturnType, method.Parameters[0].Type))
        {
            return ArgumentEffect.None;
        }

        // What set.With(…) of another library changes is not known.
        if (!Passes(method))
        {
            return ArgumentEffect.Unknown;
        }

        return method.Name == Passing[0]
            ? new() { IsReturned = true }
            : new() { IsReturned = true, Changes = [new PartChange(["metadata", "ownerReferences"], Location.None)] };
    }

    /// <summary>Whether a method returns its first argument, with its content.</summary>
    public static bool Passes(IMethodSymbol method) => method.IsExtensionMethod && Passing.Contains(method.Name) && method.DeclaringSyntaxReferences.IsEmpty;
}
