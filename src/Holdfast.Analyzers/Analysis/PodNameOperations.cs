using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Naming.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Recognises operations that need the DNS name of a pod, and whose pod it is.</summary>
internal static class PodNameOperations
{
    /// <summary>Chains of calls are short; a limit keeps odd code from costing time.</summary>
    private const int LongestChain = 32;

    /// <summary>Whether it is <c>pod.HostName</c>, <c>port.SrvName</c> or <c>port.On(pod)</c>.</summary>
    public static bool NeedsPodName(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "HostName" } property } => IsRuntimeType(property.ContainingType, "Pod"),
        IPropertyReferenceOperation { Property: { Name: "SrvName" } property } => IsRuntimeType(property.ContainingType, "ServicePort"),
        IInvocationOperation { TargetMethod: { Name: "On", Parameters: [{ Type: INamedTypeSymbol target }] } method } =>
            IsRuntimeType(method.ContainingType, "ServicePort") && IsRuntimeType(target, "Pod"),
        _ => false,
    };

    /// <summary>
    /// The application whose generated member an expression begins with: <c>Orders</c> for
    /// <c>Orders.Pods.First.HostName</c>, also through locals and loop variables. Null where that is not known.
    /// </summary>
    public static INamedTypeSymbol? ApplicationOf(IOperation? operation)
    {
        for (int i = 0; operation is not null && i < LongestChain; i++)
        {
            switch (operation)
            {
                case IPropertyReferenceOperation { Instance: null, Property: { IsStatic: true, ContainingType: { } type } }:
                    return Declaring(type);
                case IPropertyReferenceOperation property:
                    operation = property.Instance;
                    break;
                case IInvocationOperation { Instance: { } instance }:
                    operation = instance;
                    break;
                case IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: { } first }, ..] }:
                    operation = first;
                    break;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case ILocalReferenceOperation local:
                    operation = ValueOf(local);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The application that a type is, or is a container of.</summary>
    private static INamedTypeSymbol? Declaring(INamedTypeSymbol? type)
    {
        while (type is not null && AppReader.FindDeclaration(type) is null)
        {
            type = type.ContainingType;
        }

        return type;
    }

    /// <summary>What a local was initialised with, or the collection that a loop takes it from.</summary>
    public static IOperation? ValueOf(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            if (parent is IForEachLoopOperation loop
                && loop.Locals.Contains(reference.Local, SymbolEqualityComparer.Default))
            {
                return loop.Collection;
            }

            root = parent;
        }

        foreach (IOperation descendant in root.DescendantsAndSelf())
        {
            if (descendant is IVariableDeclaratorOperation declarator
                && SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))
            {
                return declarator.GetVariableInitializer()?.Value;
            }
        }

        return null;
    }

    private static bool IsRuntimeType(INamedTypeSymbol? type, string name) =>
        type?.Name == name
        && type.ContainingNamespace is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
