using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>The environments that attributes are declared for.</summary>
internal static class Environments
{
    /// <summary>The argument of each attribute that names its environment.</summary>
    public const string Property = "Environment";

    /// <summary>The environment that an attribute is for; null for all of them.</summary>
    public static string? Of(AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == Property && argument.Value.Kind != TypedConstantKind.Error)
            {
                return argument.Value.Value as string is { } name && name.Trim().Length > 0 ? name.Trim() : null;
            }
        }

        return null;
    }

    /// <summary>Whether an attribute is for the environment that is read.</summary>
    public static bool IsChosen(AttributeData attribute, ReadContext context) =>
        context.Environment is { } chosen && Of(attribute) is { } name && EnvironmentNames.Comparer.Equals(name, chosen);

    /// <summary>The names in all attributes that count for a type, in ordinal order; nearly always none.</summary>
    public static EquatableArray<string> In(INamedTypeSymbol type)
    {
        var names = new SortedSet<string>(EnvironmentNames.Comparer);
        var referred = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        CollectAll(type, names, referred);

        // What is made of another application's names depends on its environments; its own references are not followed, but for those of
        // a Job, whose name depends on all of it.
        foreach (INamedTypeSymbol other in referred)
        {
            var further = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            CollectAll(other, names, further);
            foreach (INamedTypeSymbol last in further)
            {
                if (AppReader.FindDeclaration(other) is { } declaration && AppReader.KindOf(declaration) == WorkloadKind.Job)
                {
                    CollectAll(last, names, new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default));
                }
            }
        }

        return names.ToEquatableArray();
    }

    private static void CollectAll(INamedTypeSymbol type, SortedSet<string> names, HashSet<INamedTypeSymbol> referred)
    {
        Collect(type, names, referred);
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            Collect(nested, names, referred);
        }
    }

    /// <summary>
    /// Reports attributes that say one thing twice for one environment, and those that are for environments only where
    /// code needs them in all.
    /// </summary>
    public static void Report(INamedTypeSymbol type, ReadContext context)
    {
        ReportDoubles(type, context);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol)
            {
                ReportDoubles(member, context);
                ReportMissing(
                    member,
                    static _ => true,
                    context,
                    "code that uses it is compiled in every environment",
                    () => !Conventions.Of(type).Any(convention => convention.GetMembers(member.Name).Any(static taken => Ours(taken).Any())));
            }
        }

        ReportMissing(
            type,
            AppKinds.IsAttribute,
            context,
            "code that names it is compiled in every environment");
        if (type.GetMembers().Any(static member => member is IPropertySymbol && Ours(member).Any()))
        {
            ReportMissing(
                type,
                static name => name is AttributeNames.Container or AttributeNames.Sidecar or AttributeNames.InitContainer,
                context,
                "its members are compiled in every environment",
                () => type.ContainingType is not null && !Conventions.Of(type).Any(static convention => Ours(convention).Any(ContainerReader.IsContainer)));
        }
    }

    private static void Collect(INamedTypeSymbol type, SortedSet<string> names, HashSet<INamedTypeSymbol> referred)
    {
        foreach (INamedTypeSymbol source in Conventions.Of(type).Add(type))
        {
            CollectFrom(source, names, referred);
            foreach (ISymbol member in source.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol)
                {
                    CollectFrom(member, names, referred);
                }
            }
        }
    }

    private static void CollectFrom(ISymbol symbol, SortedSet<string> names, HashSet<INamedTypeSymbol> referred)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (!AppReader.IsOurs(attribute, out _))
            {
                continue;
            }

            if (Of(attribute) is { } name)
            {
                names.Add(name);
            }

            foreach (TypedConstant argument in attribute.ConstructorArguments)
            {
                AddTypes(argument, referred);
            }

            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                AddTypes(argument.Value, referred);
            }
        }
    }

    private static void AddTypes(TypedConstant argument, HashSet<INamedTypeSymbol> types)
    {
        if (argument.Kind == TypedConstantKind.Array && !argument.IsNull)
        {
            foreach (TypedConstant item in argument.Values)
            {
                AddTypes(item, types);
            }
        }
        else if (argument is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type })
        {
            types.Add(type);
        }
    }

    private static IEnumerable<AttributeData> Ours(ISymbol symbol) =>
        symbol.GetAttributes().Where(static attribute => AppReader.IsOurs(attribute, out _));

    private static void ReportDoubles(ISymbol symbol, ReadContext context)
    {
        ImmutableArray<AttributeData> all = symbol.GetAttributes();
        if (all.Length < 2)
        {
            return;
        }

        var seen = new HashSet<string>(EnvironmentNames.Comparer);
        foreach (AttributeData attribute in all)
        {
            if (AppReader.IsOurs(attribute, out string name)
                && !RepeatableAttributes.Contains(attribute)
                && IsComplete(attribute, context)
                && !seen.Add(name + "\n" + Of(attribute)))
            {
                string environment = Of(attribute) is { } named ? $"the environment '{named}'" : "every environment";
                context.Report(
                    ReadingProblems.Environment,
                    Place(attribute, context),
                    symbol.Name,
                    $"has [{ShortName(name)}] for {environment} twice",
                    "only the first counts",
                    "remove one, or give one of them another Environment");
            }
        }
    }

    private static void ReportMissing(ISymbol symbol, Func<string, bool> concerns, ReadContext context, string reason, Func<bool>? isNeeded = null)
    {
        if (symbol.GetAttributes().IsEmpty)
        {
            return;
        }

        AttributeData[] attributes = [.. Ours(symbol).Where(attribute => AppReader.IsOurs(attribute, out string name) && concerns(name))];
        if (attributes.Length > 0 && attributes.All(static attribute => Of(attribute) is not null) && isNeeded?.Invoke() != false)
        {
            AppReader.IsOurs(attributes[0], out string name);
            context.Report(
                ReadingProblems.Environment,
                Place(attributes[0], context),
                symbol.Name,
                $"has [{ShortName(name)}] for the environment '{Of(attributes[0])}' only",
                reason,
                $"add a [{ShortName(name)}] without Environment");
        }
    }

    /// <summary>Whether it is written to its end, so that its environment is known.</summary>
    private static bool IsComplete(AttributeData attribute, ReadContext context) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).ContainsDiagnostics != true
        && !attribute.NamedArguments.Any(static argument => argument is { Key: Property, Value.Kind: TypedConstantKind.Error });

    private static Location? Place(AttributeData attribute, ReadContext context) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();

    private static string ShortName(string name) => name.Substring(0, name.Length - nameof(Attribute).Length);
}
