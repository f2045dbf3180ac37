using System.Globalization;
using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads the arguments that are one field as it is.</summary>
internal static class FieldArgumentReader
{
    /// <param name="attribute">The attribute's class.</param>
    /// <param name="arguments">Its arguments.</param>
    public static EquatableArray<FieldValue> Read(string attribute, AttributeArguments arguments)
    {
        List<FieldValue>? values = null;
        foreach (FieldArgument row in FieldArguments.OfClass(attribute))
        {
            if (Read(row, arguments) is { } value)
            {
                (values ??= []).Add(new FieldValue(row, value));
            }
        }

        return values?.ToEquatableArray() ?? default;
    }

    /// <summary>The item that an attribute is of a list; null where it is none.</summary>
    public static ItemValue? ReadItem(string attribute, AttributeArguments arguments) =>
        FieldArguments.ItemOfClass(attribute) is { } item ? new ItemValue(item, Read(attribute, arguments)) : null;

    private static ManifestNode? Read(FieldArgument row, AttributeArguments arguments) => row.Form switch
    {
        FieldForm.Int => One(row, arguments.Int(row.Name), static number => number.ToString(CultureInfo.InvariantCulture)),
        FieldForm.Flag => One(row, arguments.Bool(row.Name), static flag => flag ? "true" : "false"),
        FieldForm.Enum or FieldForm.LowerEnum or FieldForm.ResizePolicy => One(row, arguments.Enum(row.Name), static name => name),
        FieldForm.Ints => Several(row, arguments.Ints(row.Name)),
        FieldForm.Longs => Several(row, arguments.Longs(row.Name)),
        _ => FieldForms.IsList(row.Form) ? Several(row, arguments.Strings(row.Name)) : One(row, arguments.String(row.Name), static text => text),
    };

    private static ManifestNode? One<T>(FieldArgument row, Declared<T> value, Func<T, string> text)
        where T : IEquatable<T> => value.State switch
        {
            DeclaredState.Absent => null,
            DeclaredState.Unknown => new UnknownNode(value.Location),
            _ => FieldForms.Of(row, text(value.OrDefault(default!)), value.Location),
        };

    private static ManifestNode? Several(FieldArgument row, Declared<EquatableArray<string>> values) => values.State switch
    {
        DeclaredState.Absent => null,
        DeclaredState.Unknown => new UnknownNode(values.Location),
        _ => FieldForms.Of(row, values.OrDefault(default), values.Location),
    };
}
