using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Wording;
using Holdfast.Tests.Shared;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Tests.Wording;

/// <summary>What rules and rows mark as a field is one, to Kubernetes and to KubernetesClient.</summary>
public partial class MarkedFieldTests
{
    public static TheoryData<string> OfRules => [.. InSource().Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> OfRows => [.. ConstraintTable.Rows.Where(static row => row.Contains('`', StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(OfRules))]
    public void WhatARuleMarks_IsAField(string marked) => AssertIsField(FieldText.Read(marked, owner: null));

    [Theory]
    [MemberData(nameof(OfRows))]
    public void WhatARowMarks_IsAField(string row)
    {
        foreach (string path in row.Split(' ')[0].Split(','))
        {
            string[] owners = [.. OwnersOf(path)];
            foreach (Match mark in Mark().Matches(row))
            {
                FieldText[] read = [.. owners.Select(owner => FieldText.Read(mark.Groups[1].Value, owner)).Where(static field => field.Resolve() is not null)];
                Assert.True(read.Length > 0, $"{mark.Value} is not a field of {string.Join(" or ", owners)}.");
                AssertIsField(read[0]);
            }
        }
    }

    /// <summary>Every field that a walk may name is a property of the class that messages give it.</summary>
    [Fact]
    public void EveryFieldOfTheTable_IsAPropertyOfItsClass()
    {
        string[] missing =
        [
            .. Types()
                .SelectMany(static type => FieldTable.FieldsOf(FieldTable.Named(type)!).Keys.Select(field => (type, field)))
                .Where(static item => !IsProperty(item.type, item.field))
                .Select(static item => $"{item.type}.{item.field}"),
        ];
        Assert.Equal(string.Empty, string.Join(" ", missing));
    }

    private static void AssertIsField(FieldText field)
    {
        Assert.True(field.Resolve() is not null, $"{field.Owner}.{field.Name} is not a field.");
        (string owner, FieldType type) = field.Resolve()!.Value;
        Assert.True(FieldTable.FieldsOf(FieldTable.Named(owner)!).ContainsKey(field.Name) ? IsProperty(owner, field.Name) : type.Kind == FieldKind.Quantity, $"{owner} has no property for {field.Name}.");
        Assert.True(
            field.Value is null || field.Value.Contains('{', StringComparison.Ordinal) || type.Kind switch
            {
                FieldKind.Boolean => field.Value is "true" or "false",
                FieldKind.Int32 or FieldKind.Int64 => long.TryParse(field.Value, out _),
                FieldKind.String or FieldKind.IntOrString or FieldKind.Quantity => true,
                _ => false,
            },
            $"{field.Value} is not a value of {field.Owner}.{field.Name}.");
    }

    private static bool IsProperty(string type, string field) =>
        typeof(V1StatefulSet).Assembly.GetType("k8s.Models." + ClientWords.ClassOf(type))?.GetProperty(ClientWords.PropertyOf(field))
            ?.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == field;

    /// <summary>The types that the fields of a row's texts may be of: the one that the path leads to, and the one that has its last field.</summary>
    private static IEnumerable<string> OwnersOf(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal))
        {
            return [path];
        }

        (string owner, FieldType type) = FieldText.Read(path, owner: null).Resolve()!.Value;
        FieldType? item = type.Kind == FieldKind.List ? type.Item : type;
        return item?.Kind == FieldKind.Object ? [item.Name, owner] : [owner];
    }

    private static IEnumerable<string> Types() => FieldTable.ReadText().Split('\n')
        .Where(static line => line.Length > 0 && line[0] is not ('#' or '!'))
        .Select(static line => line.Split(' ')[0])

        // Of an API that no class of the client's stands for yet under this name.
        .Where(static type => !type.StartsWith("alpha", StringComparison.Ordinal));

    private static IEnumerable<string> InSource() => Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src/Holdfast.Analyzers"), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal))
        .Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Compilations.ParseOptions).GetRoot())
        .SelectMany(static root => Phrases(root).Concat(Fields(root)));

    private static IEnumerable<string> Phrases(SyntaxNode root) => root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(static call => call.Expression.ToString() == "Phrase.Of" && call.ArgumentList.Arguments[0].Expression is InterpolatedStringExpressionSyntax)
        .SelectMany(static call => Mark().Matches(call.ArgumentList.Arguments[0].ToString()).Select(static mark => mark.Groups[1].Value));

    private static IEnumerable<string> Fields(SyntaxNode root) => root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        .Where(static made => made.Type.ToString() == nameof(FieldText))
        .Select(static made => made.ArgumentList!.Arguments.Take(2).Select(static argument => (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText).ToArray())
        .Where(static texts => texts is [not null, not null])
        .Select(static texts => texts[0] + "." + texts[1]);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Mark();
}
