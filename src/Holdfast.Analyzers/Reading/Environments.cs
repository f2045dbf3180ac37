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
        var found = new Found();
        CollectAll(type, found);
        if (found.Referred is { } referred)
        {
            // What is made of another application's names depends on its environments; its own references are not followed, but for those of
            // a Job, whose name depends on all of it.
            foreach (INamedTypeSymbol other in referred)
            {
                var further = new Found { Names = found.Names };
                CollectAll(other, further);
                if (further.Referred is { } lasts && AppReader.FindDeclaration(other) is { } declaration && AppReader.KindOf(declaration) == WorkloadKind.Job)
                {
                    foreach (INamedTypeSymbol last in lasts)
                    {
                        var end = new Found { Names = further.Names };
                        CollectAll(last, end);
                        further.Names = end.Names;
                    }
                }

                found.Names = further.Names;
            }
        }

        return found.Names?.ToEquatableArray() ?? EquatableArray<string>.Empty;
    }

    private static void CollectAll(INamedTypeSymbol type, Found found)
    {
        Collect(type, found);
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            Collect(nested, found);
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
                    static member => !Conventions.Of(member.ContainingType).Any(convention => convention.GetMembers(member.Name).Any(static taken => Ours(taken).Any())));
            }
        }

        ReportMissing(
            type,
            AppKinds.IsAttribute,
            context,
            "code that names it is compiled in every environment",
            static _ => true);
        ReportMissing(
            type,
            static name => name is AttributeNames.Container or AttributeNames.Sidecar or AttributeNames.InitContainer,
            context,
            "its members are compiled in every environment",
            static symbol => symbol is INamedTypeSymbol { ContainingType: not null } type
                && type.GetMembers().Any(static member => member is IPropertySymbol && Ours(member).Any())
                && !Conventions.Of(type).Any(static convention => Ours(convention).Any(ContainerReader.IsContainer)));
    }

    private static void Collect(INamedTypeSymbol type, Found found)
    {
        foreach (INamedTypeSymbol convention in Conventions.Of(type))
        {
            CollectOwn(convention, found);
        }

        CollectOwn(type, found);
    }

    private static void CollectOwn(INamedTypeSymbol source, Found found)
    {
        CollectFrom(source, found);
        foreach (ISymbol member in source.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol)
            {
                CollectFrom(member, found);
            }
        }
    }

    private static void CollectFrom(ISymbol symbol, Found found)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            // Whose it is takes longer to find out than whether it matters.
            string? environment = Of(attribute);
            if ((environment is null && !attribute.ConstructorArguments.Any(NamesType) && !attribute.NamedArguments.Any(static argument => NamesType(argument.Value)))
                || !AppReader.IsOurs(attribute, out _))
            {
                continue;
            }

            if (environment is not null)
            {
                (found.Names ??= new(EnvironmentNames.Comparer)).Add(environment);
            }

            HashSet<INamedTypeSymbol> referred = found.Referred ??= new(SymbolEqualityComparer.Default);
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

    private static bool NamesType(TypedConstant argument) => argument.Kind switch
    {
        TypedConstantKind.Type => true,
        TypedConstantKind.Array => !argument.IsNull && argument.Values.Any(NamesType),
        _ => false,
    };

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

        if (!HaveDouble(all))
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

    /// <summary>Whether two attributes are of classes of one name, as two have to be that say the same.</summary>
    private static bool HaveDouble(ImmutableArray<AttributeData> attributes)
    {
        for (int i = 1; i < attributes.Length; i++)
        {
            string? name = attributes[i].AttributeClass?.Name;
            for (int other = 0; other < i; other++)
            {
                if (attributes[other].AttributeClass?.Name == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void ReportMissing(ISymbol symbol, Func<string, bool> concerns, ReadContext context, string reason, Func<ISymbol, bool> isNeeded)
    {
        AttributeData? first = null;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (AppReader.IsOurs(attribute, out string name) && concerns(name))
            {
                if (Of(attribute) is null)
                {
                    return;
                }

                first ??= attribute;
            }
        }

        if (first is not null && isNeeded(symbol))
        {
            AppReader.IsOurs(first, out string name);
            context.Report(
                ReadingProblems.Environment,
                Place(first, context),
                symbol.Name,
                $"has [{ShortName(name)}] for the environment '{Of(first)}' only",
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

    /// <summary>What was found in attributes so far; nearly always nothing.</summary>
    private sealed class Found
    {
        public SortedSet<string>? Names { get; set; }

        public HashSet<INamedTypeSymbol>? Referred { get; set; }
    }
}
