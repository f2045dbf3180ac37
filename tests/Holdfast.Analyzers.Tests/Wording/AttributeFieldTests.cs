using System.Reflection;
using Holdfast.Analyzers.Analysis;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Wording;

/// <summary>The table from fields to arguments is the way back of what the composers do.</summary>
public class AttributeFieldTests
{
    /// <summary>Fields that have the value of another argument where their own is left out.</summary>
    private static readonly string[] Derived = ["dnsPolicy", "fsGroup", "runAsGroup"];

    public static TheoryData<string> Paths => [.. AttributeFields.All];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EachRow_IsAFieldAndAnArgument(string path)
    {
        Assert.NotNull(FieldText.Read(path, owner: null).Resolve());
        AttributeField field = AttributeFields.Find(path)!;
        Type[] attributes = [.. Attributes().Where(type => field.Name is null || type.Name == field.Name + "Attribute")];
        Assert.NotEmpty(attributes);
        if (field.Argument is { } argument)
        {
            PropertyInfo[] properties = [.. attributes.Select(type => type.GetProperty(argument)).OfType<PropertyInfo>()];
            Assert.NotEmpty(properties);
            if (field.Enum is { } name)
            {
                Assert.Contains(properties, property => property.PropertyType.IsEnum && property.PropertyType.Name == name);
            }
        }
    }

    /// <summary>Each value that an argument by name gives to a field is one that the table has, with this argument.</summary>
    [Fact]
    public void TheComposersAgree()
    {
        SortedSet<string> seen = new(StringComparer.Ordinal);
        SortedSet<string> wrong = new(StringComparer.Ordinal);
        foreach (string source in Sources())
        {
            Compilation compilation = Compilations.Create(source);
            foreach ((_, var apps) in ComposedApps.In(compilation, new AnalyzerOptions([]), TestContext.Current.CancellationToken))
            {
                foreach (MappingNode node in apps.SelectMany(static app => app.Objects))
                {
                    Visit(node, ObjectView.KindOf(node));
                }
            }
        }

        Assert.Equal(string.Empty, string.Join("\n", wrong));
        Assert.True(seen.Count > 60, $"Only {seen.Count} fields came up.");

        void Visit(ManifestNode node, string path)
        {
            switch (node)
            {
                case MappingNode mapping:
                    foreach (MappingEntry entry in mapping.Entries)
                    {
                        Visit(entry.Value, path + "." + entry.Key);
                    }

                    break;
                case SequenceNode sequence:
                    foreach (ManifestNode item in sequence.Items)
                    {
                        Visit(item, path);
                    }

                    break;
                case ScalarNode when Argument(node.Location) is var (attribute, argument)
                    && FieldText.Read(path, owner: null) is var field
                    && field.Paths().Select(AttributeFields.Find).FirstOrDefault(static found => found is not null) is { Argument: not null, IsWhole: false } row:
                    seen.Add(path);

                    // A share has its own argument beside the number's.
                    if (!Derived.Contains(path.Substring(path.LastIndexOf('.') + 1)) && ((row.Argument != argument && row.Argument + "Percent" != argument) || (row.Name is not null && row.Name != attribute)))
                    {
                        wrong.Add($"{path}: {row.Argument} in [{row.Name}], but {argument} in [{attribute}]");
                    }

                    break;
            }
        }
    }

    /// <summary>The argument by name that a place is in.</summary>
    private static (string Attribute, string Argument)? Argument(Location? place) =>
        place?.SourceTree?.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: var name } argument
            ? (((AttributeSyntax)argument.Parent!.Parent!).Name.ToString(), name)
            : null;

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "tests/Holdfast.Analyzers.Tests/Corpus/Declarations"), "*.cs.txt")
        .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "samples/Mistakes"), "*.cs"))
        .Select(File.ReadAllText);

    private static IEnumerable<Type> Attributes() => typeof(StatefulAppAttribute).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Attribute)));
}
