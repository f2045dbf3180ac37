using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Writes the separate class for the instance behind the members: made when first asked for, in an order that no file layout can
/// change. The instance makes what the members give.
/// </summary>
internal static class InstanceWriter
{
    /// <summary>The instance of the application itself, as its members name it.</summary>
    public const string Reference = GeneratedMemberNames.Instances + "." + Instance;

    private const string Instance = "It";

    public static void Write(SourceWriter writer, AppDeclaration app, ImmutableArray<ManifestPart> parts)
    {
        var values = new List<string>();
        string arguments = app.Kind switch
        {
            WorkloadKind.StatefulSet => OfSet(app, GracePeriod(app, parts), values),
            WorkloadKind.Deployment => OfDeployment(app, values),
            _ => OfJob(app, values),
        };
        writer.Begin($"class {GeneratedMemberNames.Instances} {{ public static readonly {CSharpText.Runtime}{WorkloadText.Of(app.Kind).Type} {Instance} = new({arguments})")
            .Raw(values.Count == 0 ? "; }\n" : $" {{ {string.Join(", ", values)} }}; }}\n");
    }

    private static string OfDeployment(AppDeclaration app, List<string> values)
    {
        WriteText(values, "Namespace", GoverningService.Namespace(app));
        WriteText(values, "ClusterDomain", GoverningService.ClusterDomain(app));
        values.Add($"Replicas = {CSharpText.Number(Math.Max(0, app.Replicas.OrDefault(1)))}");
        return CSharpText.Literal(DeclaredReplicas.Name(app));
    }

    private static string OfJob(AppDeclaration app, List<string> values)
    {
        if (app.Kind == WorkloadKind.Job)
        {
            WriteText(values, "Application", DeclaredReplicas.Name(app));
        }

        WriteText(values, "Namespace", GoverningService.Namespace(app));
        return CSharpText.Literal(JobNames.Of(app));
    }

    private static string OfSet(AppDeclaration app, Declared<int> gracePeriod, List<string> values)
    {
        string name = DeclaredReplicas.Name(app);
        string service = GoverningService.KnownName(app);
        WriteText(values, "ServiceName", service == name ? null : service);
        WriteText(values, "Namespace", GoverningService.Namespace(app));
        WriteText(values, "ClusterDomain", GoverningService.ClusterDomain(app));
        if (DeclaredReplicas.Start(app) is var start and not 0)
        {
            values.Add($"OrdinalStart = {CSharpText.Number(start)}");
        }

        WriteEnum(values, "PodManagementPolicy", "PodManagementPolicy", app.PodManagementPolicy);
        WriteEnum(values, "ClaimsWhenScaled", "ClaimRetention", app.ClaimRetention?.WhenScaled ?? default);
        WriteEnum(values, "ClaimsWhenDeleted", "ClaimRetention", app.ClaimRetention?.WhenDeleted ?? default);
        WriteEnum(values, "UpdateStrategy", "UpdateStrategy", app.UpdateStrategy);
        if (app.PlannedVersion is { } version)
        {
            values.Add($"Kubernetes = new({version})");
        }

        WriteCount(values, "UpdatePartition", app.UpdatePartition);
        WriteCount(values, "MinReadySeconds", app.MinReadySeconds);
        WriteCount(values, "TerminationGracePeriodSeconds", gracePeriod);
        IEnumerable<string> templates = app.VolumeClaims.Select(static claim => ", " + CSharpText.Literal(claim.Name.OrDefault(string.Empty)));
        return $"{CSharpText.Literal(name)}, {CSharpText.Number(DeclaredReplicas.Count(app))}{string.Concat(templates)}";
    }

    /// <summary>That of the manifest, since a patch may have changed it; absent where it is left out.</summary>
    private static Declared<int> GracePeriod(AppDeclaration app, ImmutableArray<ManifestPart> parts) =>
        parts.First(part => part.Member == app.Kind.ToString()).Objects[0].At("spec", "template", "spec", "terminationGracePeriodSeconds").TryGetInteger(out long seconds)
            && seconds <= int.MaxValue
                ? Declared<int>.Known((int)seconds, null)
                : default;

    private static void WriteText(List<string> values, string property, string? text)
    {
        if (text is not null)
        {
            values.Add($"{property} = {CSharpText.Literal(text)}");
        }
    }

    private static void WriteEnum(List<string> values, string property, string type, Declared<string> value)
    {
        if (value.TryGet(out string? member))
        {
            values.Add($"{property} = {CSharpText.Runtime}{type}.{member}");
        }
    }

    /// <summary>A number that is an error when it is negative, and then must not keep the type from being made.</summary>
    private static void WriteCount(List<string> values, string property, Declared<int> value)
    {
        if (value.TryGet(out int number) && number >= 0)
        {
            values.Add($"{property} = {CSharpText.Number(number)}");
        }
    }
}
