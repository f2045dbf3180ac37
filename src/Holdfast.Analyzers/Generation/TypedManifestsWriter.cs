using System.Collections.Immutable;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Model.Client;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes the members that give an application's objects as KubernetesClient's models, beside the YAML.</summary>
/// <remarks>
/// What the referenced KubernetesClient cannot hold is only in the YAML. Code that uses a member that lacks it gets a
/// warning of the compiler that says what it is: the member is marked as obsolete.
/// </remarks>
internal static class TypedManifestsWriter
{
    private const string ObjectType = $"global::k8s.IKubernetesObject<{CSharpText.Models}V1ObjectMeta>";

    private const string List = CSharpText.Collections + "List";

    private const string ReadOnlyList = CSharpText.Collections + "IReadOnlyList";

    public static void Write(SourceWriter writer, ImmutableArray<ManifestPart> parts, ClientModels models)
    {
        var omissions = new List<string>();
        List<ManifestPart> members = [.. parts.Where(part => WriteMember(writer, part, models, omissions))];
        WriteAll(writer, members, omissions);
    }

    /// <summary>Writes one member; nothing where the models have no class for it, and then says so.</summary>
    private static bool WriteMember(SourceWriter writer, ManifestPart part, ClientModels models, List<string> omissions)
    {
        string apiVersion = part.IsList ? ServiceView.ApiVersion : ObjectView.ApiVersionOf(part.Objects[0]);
        string kind = part.IsList ? ServiceView.Kind : ObjectView.KindOf(part.Objects[0]);
        string names = string.Join(", ", part.Objects.Select(Name));

        // A class of Kubernetes' own kind does not fit one of the same name in another group.
        if (ApiGroups.IsCustom(ApiGroups.Of(apiVersion)) || models.Find(apiVersion, kind) is not { } className)
        {
            omissions.Add($"{kind} {names}, for which KubernetesClient {models.Version} has no class");
            return false;
        }

        string type = CSharpText.Short(className);
        var objectWriter = new ObjectWriter(models);
        SourceWriter value = writer.Part();
        if (part.IsList)
        {
            value.Open($"public static {ReadOnlyList}<{type}> {part.Member} => new {List}<{type}>");
            foreach (MappingNode item in part.Objects)
            {
                objectWriter.Write(value, item, className, string.Empty, ",");
            }

            value.CloseStatement();
        }
        else
        {
            objectWriter.Write(value, part.Objects[0], className, $"public static {type} {part.Member} => ", ";");
        }

        string[] omitted = [.. objectWriter.Omissions.Distinct(StringComparer.Ordinal)];
        omissions.AddRange(omitted.Select(omission => $"{kind} {names}: {omission}"));
        writer.Line($"/// <summary>{Documentation(part, kind)} Each call makes {(part.IsList ? "new ones" : "a new one")}.</summary>");
        WriteOmissions(writer, omitted);
        writer.Raw(value.Finish());
        return true;
    }

    private static void WriteAll(SourceWriter writer, List<ManifestPart> members, List<string> omissions)
    {
        writer.Line("/// <summary>All of the objects, in the order in which they are applied: what others refer to comes first. Each call makes new ones.</summary>");
        WriteOmissions(writer, omissions);
        writer.Open($"public static {ReadOnlyList}<{ObjectType}> {ManifestMembers.All}")
            .Open("get")
            .Line($"var all = new {List}<{ObjectType}>();");
        foreach (ManifestPart part in members)
        {
            writer.Line($"all.{(part.IsList ? "AddRange" : "Add")}({part.Member});");
        }

        writer.Line("return all;")
            .Close()
            .Close();
    }

    private static void WriteOmissions(SourceWriter writer, IReadOnlyCollection<string> omissions)
    {
        if (omissions.Count > 0)
        {
            string message = $"Without {string.Join("; ", omissions)}. {ManifestMembers.Yaml} has it.";
            writer.Line($"[global::System.Obsolete({CSharpText.Literal(message)})]");
        }
    }

    private static string Documentation(ManifestPart part, string kind) => part.Objects.Length switch
    {
        0 => $"A {kind} for each pod: none, since there are no pods.",
        1 when !part.IsList => $"The {kind} {DocumentedName(part.Objects[0])}.",
        1 => $"A {kind} for each pod: {DocumentedName(part.Objects[0])}.",
        int count => $"A {kind} for each pod: {DocumentedName(part.Objects[0])} to {DocumentedName(part.Objects[count - 1])}.",
    };

    private static string DocumentedName(MappingNode item) => CSharpText.Documentation(Name(item));

    private static string Name(MappingNode item) => (item.At("metadata", "name") as ScalarNode)?.Text ?? "?";
}
