using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// Methods that send an object as a whole, so that the API server refuses it where a required field is missing: those of
/// KubernetesClient and of operators' clients, <c>CreateNamespacedStatefulSetAsync</c>, <c>CreateAsync</c>, <c>SaveAsync</c>, <c>ReplaceNamespacedServiceAsync</c>.
/// </summary>
internal static class CreatingMethods
{
    private static readonly string[] Verbs = ["Create", "Replace", "Save"];

    /// <summary>Words in the names of methods that send a part of an object, or make another one of it.</summary>
    private static readonly string[] Partial = ["Apply", "Diff", "Merge", "Patch", "Scale", "Status"];

    public static bool Sends(IMethodSymbol method) =>
        IsName(method.Name)
        && (IsTask(method.ReturnType) || IsOfLibrary(method));

    /// <summary>Whether a method returns no value, at once or later.</summary>
    public static bool ReturnsNothing(IMethodSymbol method) => method.ReturnsVoid || (method.ReturnType is INamedTypeSymbol { IsGenericType: false } task && IsTask(task));

    /// <summary>Whether a body may call one, by its text alone.</summary>
    public static bool MayBeCalled(SyntaxNode body) =>
        body.DescendantNodesAndSelf().Any(static node => node is SimpleNameSyntax { Parent: InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } name && IsName(name.Identifier.ValueText));

    /// <summary>Whether a method of another library may complete an object without handing it out again: <c>mapper.Map(defaults, set)</c>.</summary>
    public static bool MayComplete(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty && RootOf(method.ContainingNamespace) is not ("System" or "Microsoft" or "k8s");

    /// <summary>Whether a text may have a call of one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        foreach (string verb in Verbs)
        {
            if (text.IndexOf(verb.AsSpan()) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Texts are replaced, too.
    private static bool IsName(string name) =>
        name != nameof(string.Replace)
        && Verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsUpper(name[verb.Length])))
        && !Partial.Any(name.Contains);

    private static bool IsTask(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    private static bool IsOfLibrary(IMethodSymbol method) => RootOf(method.ContainingNamespace) == "k8s";

    private static string RootOf(INamespaceSymbol? space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space?.Name ?? string.Empty;
    }
}
