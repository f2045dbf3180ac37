using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// HF9032: <c>AccessModes = { mode }</c>. The models leave all lists, dictionaries and objects in them null: seen by making every
/// class of KubernetesClient 19.0.2 and 21.0.8.
/// </summary>
internal static class NullInitializers
{
    /// <summary>What is wrong with an initializer; null where nothing is.</summary>
    public static Diagnostic? Judge(IMemberInitializerOperation initializer, ModelTypes types)
    {
        // An initializer without an element does nothing. One in another such initializer is never reached.
        if (initializer.InitializedMember is not IPropertyReferenceOperation { Property: { } property } member
            || initializer.Initializer.Initializers.IsEmpty
            || types.FieldOf(property) is null
            || Variables.IsImmutable(property.Type)
            || initializer.Parent?.Parent is not IObjectCreationOperation creation
            || !ModelTypes.IsModel(creation.Type)
            || IsGiven(creation, property))
        {
            return null;
        }

        string type = TypeOf(property.Type, member);
        return Diagnostic.Create(
            ClientProblems.NullInitializer,
            initializer.Syntax.GetLocation(),
            FixProperties.Replace($"new {type} "),
            property.Name,
            creation.Type!.Name,
            type);
    }

    /// <summary>Whether an argument of the constructor sets a property, as earlier versions of the library allow.</summary>
    private static bool IsGiven(IObjectCreationOperation creation, IPropertySymbol property) => creation.Arguments.Any(argument =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && string.Equals(argument.Parameter?.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The class of which an object can be made for a property.</summary>
    private static string TypeOf(ITypeSymbol type, IPropertyReferenceOperation member)
    {
        string name = member.SemanticModel is { } model ? type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, member.Syntax.SpanStart) : type.Name;
        return type.TypeKind == TypeKind.Interface && type.Name.Length > 1 ? ReplaceName(name, type.Name, type.Name.Substring(1)) : name;
    }

    private static string ReplaceName(string text, string name, string replacement)
    {
        int at = text.IndexOf(name + "<", StringComparison.Ordinal);
        return at < 0 ? text : text.Remove(at, name.Length).Insert(at, replacement);
    }
}
