namespace Holdfast.Engine.Wording;

/// <summary>Fields as YAML has them: <c>'maxUnavailable: 1'</c>.</summary>
internal sealed class YamlWords : FieldWords
{
    public override string Of(FieldText field)
    {
        int dot = field.Owner.IndexOf('.');
        string path = dot < 0 ? field.Name : field.Owner.Substring(dot + 1) + "." + field.Name;
        return field.Value is null ? $"'{path}'" : $"'{path}: {field.Value}'";
    }

    /// <summary>With a zero before it, as YAML 1.1 reads a number in octal then, and so does the API server.</summary>
    public override string Of(Permissions permissions) => "0" + Convert.ToString(permissions.Bits, 8);
}
