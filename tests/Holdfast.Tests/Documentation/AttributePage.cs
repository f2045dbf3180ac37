using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Holdfast.Tests.Documentation;

/// <summary>Writes the page of all attributes from their own documentation comments.</summary>
internal static class AttributePage
{
    public static string Write()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(StatefulAppAttribute).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        Type[] attributes =
        [
            .. typeof(StatefulAppAttribute).Assembly.GetExportedTypes()
                .Where(type => typeof(Attribute).IsAssignableFrom(type) && !type.IsAbstract && type != typeof(GeneratedManifestAttribute))
                .OrderBy(type => Place(type)).ThenBy(type => type.Name, StringComparer.Ordinal),
        ];
        var text = new StringBuilder()
            .Append("# Attributes\n\n")
            .Append("This page lists every attribute with its arguments and an example.\n\n")
            .Append("`Orders` in the examples is the application of the [README](../README.md).\n\n");
        foreach (Type type in attributes)
        {
            text.Append($"- [`[{ShortName(type)}]`](#{ShortName(type).ToLowerInvariant()}) on {On(type)}\n");
        }

        foreach (Type type in attributes)
        {
            Section(text, type, documentation);
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, Type type, Dictionary<string, XElement> documentation)
    {
        text.Append($"\n## {ShortName(type)}\n\n").Append(Prose(Find(documentation, "T:" + type.FullName)?.Element("summary"))).Append('\n');
        Assert.True(Find(documentation, "T:" + type.FullName)!.Descendants("code").Any(), $"{type.Name} has no example.");
        foreach (XElement example in Find(documentation, "T:" + type.FullName)!.Descendants("code"))
        {
            text.Append($"\n```{("csharp " + example.Attribute("title")?.Value).TrimEnd()}\n").Append(Unindented(example.Value)).Append("\n```\n");
        }

        if (Find(documentation, "T:" + type.FullName)?.Element("remarks") is { } remarks)
        {
            text.Append('\n').Append(Prose(remarks)).Append('\n');
        }

        text.Append("\n| Argument | Type | |\n|---|---|---|\n");
        foreach (ParameterInfo parameter in type.GetConstructors()
            .OrderByDescending(constructor => constructor.GetParameters().Length)
            .SelectMany(constructor => constructor.GetParameters())
            .DistinctBy(parameter => parameter.Name))
        {
            string optional = parameter.HasDefaultValue ? ", optional" : "";
            text.Append($"| {parameter.Name} (by position{optional}) | {TypeName(parameter.ParameterType)} | {ParameterProse(documentation, type, parameter)} |\n");
        }

        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod?.IsPublic == true).OrderBy(property => property.DeclaringType != type).ThenBy(property => property.MetadataToken))
        {
            string prose = Prose(Find(documentation, $"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary"));
            text.Append($"| {property.Name} | {TypeName(property.PropertyType)} | {prose} |\n");
        }
    }

    /// <summary>A parameter is documented on the type where the constructor is part of its header, else on the constructor.</summary>
    private static string ParameterProse(Dictionary<string, XElement> documentation, Type type, ParameterInfo parameter) =>
        Prose(documentation
            .Where(member => member.Key == "T:" + type.FullName || member.Key.StartsWith($"M:{type.FullName}.#ctor", StringComparison.Ordinal))
            .SelectMany(member => member.Value.Elements("param"))
            .FirstOrDefault(element => element.Attribute("name")!.Value == parameter.Name));

    private static XElement? Find(Dictionary<string, XElement> documentation, string member) => documentation.GetValueOrDefault(member);

    private static string Prose(XElement? element)
    {
        Assert.True(element is not null, "Something public is not documented.");
        string text = string.Concat(element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{Reference(see)}`",
            XElement { Name.LocalName: "paramref" } reference => $"`{reference.Attribute("name")!.Value}`",
            XElement { Name.LocalName: "code" } => "",
            XElement other => other.Value,
            _ => ((XText)node).Value,
        }));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Unindented(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Trim('\n', ' ').Split('\n');
        int indent = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select((line, index) => index == 0 ? line : line[Math.Min(indent, line.Length)..]));
    }

    private static string Reference(XElement see)
    {
        string target = see.Attribute("langword")?.Value ?? see.Attribute("cref")!.Value;
        string name = target[(target.LastIndexOf('.') + 1)..];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? $"[{name[..^"Attribute".Length]}]" : name;
    }

    private static string ShortName(Type type) => type.Name[..^"Attribute".Length];

    /// <summary>The application first, then what is on types, then members.</summary>
    private static int Place(Type type) => IsApp(type) ? 0
        : typeof(ContainerSpecAttribute).IsAssignableFrom(type) ? 1
        : Targets(type).HasFlag(AttributeTargets.Class) ? 2
        : 3;

    private static bool IsApp(Type type) =>
        type == typeof(StatefulAppAttribute) || type == typeof(StatelessAppAttribute) || typeof(JobSpecAttribute).IsAssignableFrom(type);

    private static string On(Type type) => Targets(type) switch
    {
        AttributeTargets.Class => "a class",
        AttributeTargets.Class | AttributeTargets.Interface => "a class or interface",
        AttributeTargets.Property => "a property",
        AttributeTargets.Field => "a constant",
        AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Interface => "a class, interface or constant",
        AttributeTargets other => other.ToString(),
    };

    private static AttributeTargets Targets(Type type) => type.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn;

    private static string TypeName(Type type) => type switch
    {
        { IsArray: true } => TypeName(type.GetElementType()!) + "[]",
        { IsEnum: true } => string.Join(", ", Enum.GetNames(type).Select(name => $"`{type.Name}.{name}`")),
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(bool) => "bool",
        _ => type.Name,
    };
}
