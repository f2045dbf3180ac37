using System.Reflection;
using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Fields;

namespace Holdfast.Analyzers.Tests.Fields;

/// <summary>The table of arguments that are one field as it is agrees with the attributes and with Kubernetes' types.</summary>
public class FieldArgumentTests
{
    public static TheoryData<string> Enums => [.. FieldArguments.Enums.Keys];

    [Fact]
    public void EachRow_IsAnArgumentOfItsForm() => Assert.All(FieldArguments.All, static row =>
    {
        PropertyInfo? property = Attribute(row.Attribute).GetProperty(row.Name);
        Assert.True(property is not null, $"[{row.Attribute}] has no {row.Name}.");
        Type expected = row.Form switch
        {
            FieldForm.Int => typeof(int),
            FieldForm.Ints => typeof(int[]),
            FieldForm.Longs => typeof(long[]),
            FieldForm.Flag => typeof(bool),
            FieldForm.Enum or FieldForm.LowerEnum or FieldForm.ResizePolicy => typeof(StatefulAppAttribute).Assembly.GetType("Holdfast." + row.EnumType, throwOnError: true)!,
            _ => FieldForms.IsList(row.Form) ? typeof(string[]) : typeof(string),
        };
        Assert.Equal((row.Attribute, row.Name, expected), (row.Attribute, row.Name, property.PropertyType));
        Assert.Equal((row.Attribute, row.Name, row.IsByPosition), (row.Attribute, row.Name, property.SetMethod is null));
    });

    /// <summary>A path that leads nowhere would be written into objects all the same.</summary>
    [Fact]
    public void EachRow_IsAField() => Assert.All(FieldArguments.All.Where(static row => row.Owner() is not null), static row =>
    {
        string[] parts = row.Owner()!.Split('.');
        Assert.True(FieldTable.FieldsOf(FieldTable.Named(parts[0])!).ContainsKey(parts[1]), row.Owner());
    });

    [Fact]
    public void RowsWithoutAField_AreEntriesOfMaps() => Assert.Equal(
        ["resources.limits.cpu", "resources.limits.memory", "resources.limits.storage", "resources.requests.cpu", "resources.requests.memory"],
        FieldArguments.All.Where(static row => row.Owner() is null).Select(static row => row.Path).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enums_HaveTheMembersOfTheirTypes(string name) =>
        Assert.Equal(Enum.GetNames(typeof(StatefulAppAttribute).Assembly.GetType("Holdfast." + name, throwOnError: true)!), FieldArguments.Enums[name]);

    [Fact]
    public void Enums_AreAllThere() => Assert.Equal(
        FieldArguments.All.Select(static row => row.EnumType).OfType<string>().Distinct().Order(StringComparer.Ordinal),
        FieldArguments.Enums.Keys.Order(StringComparer.Ordinal));

    private static Type Attribute(string name) => typeof(StatefulAppAttribute).Assembly.GetType($"Holdfast.{name}Attribute", throwOnError: true)!;
}
