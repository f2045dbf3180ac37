using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what becomes entries of ConfigMaps. The texts of files come later, from <see cref="ConfigTexts"/>.</summary>
internal static class ConfigTextReader
{
    /// <summary>Says which fields with <c>[ConfigFile]</c> are not constants of text; nothing else is read where one compiles.</summary>
    public static void ReportNoConstants(INamedTypeSymbol type, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        foreach (INamedTypeSymbol part in context.Found.ConventionsOf(type))
        {
            ReportNoConstants(type, part, context);
        }

        ReportNoConstants(type, type, context);
    }

    private static void ReportNoConstants(INamedTypeSymbol type, INamedTypeSymbol part, ReadContext context)
    {
        foreach (ISymbol member in context.Found.MembersOf(part))
        {
            if (member is IFieldSymbol field)
            {
                // A constant whose value is an error has its own.
                if (field is not { IsConst: true, Type.SpecialType: SpecialType.System_String }
                    && field.GetAttributes().Any(static attribute => AppReader.IsOurs(attribute, out string name) && name == AttributeNames.ConfigFile))
                {
                    context.Report(
                        ReadingProblems.ConfigText,
                        Conventions.StandIn(type, part, context) ?? field.Locations.FirstOrDefault(),
                        $"'{field.Name}' is not a string constant",
                        $"write 'const string {field.Name} = …', or put the attribute on the class with File");
                }
            }
        }
    }

    public static IEnumerable<ConfigFileDeclaration> ReadConstant(DeclaredMember field, ReadContext context)
    {
        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(field, context))
        {
            if (name == AttributeNames.ConfigFile)
            {
                Declared<string> file = arguments.String("File");
                if (file.State != DeclaredState.Absent)
                {
                    context.Report(
                        ReadingProblems.ConfigText,
                        file.Location,
                        $"'{field.Name}' has a text and also names a file",
                        "remove File, or put the attribute on the class");
                }

                Location? location = context.KeepsLocations
                    ? Conventions.StandIn(field.Owner, field.Symbol, context) ?? field.Symbol.Locations.FirstOrDefault()
                    : null;
                yield return new ConfigFileDeclaration(
                    field.Name,
                    arguments.String("Path"),
                    default,
                    ((IFieldSymbol)field.Symbol).ConstantValue is string text ? Declared<string>.Known(ConfigTexts.Normalize(text), location) : Declared<string>.Unknown(location))
                {
                    Placeholders = PlaceholderReader.Read(arguments, context),
                    Mode = arguments.Int("Mode"),
                    Immutable = arguments.Bool("Immutable"),
                };
            }
        }
    }

    /// <summary>A file with the text of a peer list or an address.</summary>
    public static ConfigFileDeclaration? ReadMember(DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        if (!DeclaredAttributes.Of(property, context).Any(static other => other.Name is AttributeNames.PeerList or AttributeNames.AddressOf))
        {
            context.Report(
                ReadingProblems.ConfigText,
                arguments.Location,
                $"'{property.Name}' has no text",
                "put the attribute on a [PeerList], an [AddressOf] or a const string, or on the class with File");
            return null;
        }

        foreach (string argument in (string[])["File", "Braces", "Applications"])
        {
            if (arguments.Has(argument, out Location? place))
            {
                context.Report(
                    ReadingProblems.Contradiction,
                    place,
                    $"The file has the text of '{property.Name}'",
                    $"{argument} has no effect",
                    "remove it");
            }
        }

        // The text is made of other declarations, so it is a placeholder for the whole of it.
        return new ConfigFileDeclaration(property.Name, arguments.String("Path"), default, Declared<string>.Known("{" + property.Name + "}", arguments.Location))
        {
            Placeholders = new PlaceholdersDeclaration(Declared<int>.Known(1, null), default),
            Mode = arguments.Int("Mode"),
            Immutable = arguments.Bool("Immutable"),
        };
    }

    public static ConfigFileDeclaration ReadFile(AttributeArguments arguments, ReadContext context)
    {
        Declared<string> path = arguments.String("Path");
        Declared<string> file = arguments.String("File");
        if (file.State == DeclaredState.Absent && path.TryGet(out string? known))
        {
            context.Report(
                ReadingProblems.ConfigText,
                arguments.Location,
                $"'{known}' has no text",
                "name a file of the project with File, or put the attribute on a const string");
        }

        return new ConfigFileDeclaration(string.Empty, path, file, Declared<string>.Unknown(file.Location ?? arguments.Location))
        {
            Placeholders = PlaceholderReader.Read(arguments, context),
            Mode = arguments.Int("Mode"),
            Immutable = arguments.Bool("Immutable"),
        };
    }

    public static ConfigMapEntryDeclaration ReadEntry(AttributeArguments arguments, ReadContext context)
    {
        Declared<string> key = arguments.String("Key");
        Declared<string> value = arguments.String("Value");
        Declared<string> file = arguments.String("File");
        if (key.TryGet(out string? known) && (value.State == DeclaredState.Absent) == (file.State == DeclaredState.Absent))
        {
            bool both = file.State != DeclaredState.Absent;
            context.Report(
                ReadingProblems.ConfigText,
                both ? file.Location : arguments.Location,
                both ? $"The entry '{known}' has a text and names a file" : $"The entry '{known}' has no text",
                both ? "remove one of the two" : "give it one after the key, or name a file of the project with File");
        }

        return new ConfigMapEntryDeclaration(
            arguments.String("ConfigMap"),
            key,
            value.State == DeclaredState.Absent ? file : default,
            value.State == DeclaredState.Absent ? Declared<string>.Unknown(file.Location ?? arguments.Location) : ConfigTexts.Normalize(value))
        {
            Placeholders = PlaceholderReader.Read(arguments, context),
            Immutable = arguments.Bool("Immutable"),
        };
    }
}
