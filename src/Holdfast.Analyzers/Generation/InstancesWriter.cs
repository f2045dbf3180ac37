using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Writes the separate class for the instances behind the members: made when first asked for, in an order that no file layout can
/// change.
/// </summary>
internal static class InstancesWriter
{
    /// <summary>The instance of a StatefulSet.</summary>
    private const string Set = "Set";

    /// <summary>The instance of every other kind.</summary>
    private const string Other = "Workload";

    public static void Write(SourceWriter writer, AppDeclaration app, ImmutableArray<ManifestPart> parts)
    {
        writer.Line(CSharpText.GeneratedCode)
            .Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]")
            .Open("private static class " + GeneratedMemberNames.Instances);
        switch (app.Kind)
        {
            case WorkloadKind.StatefulSet:
                WriteSet(writer, app, GracePeriod(app, parts));
                break;
            case WorkloadKind.Deployment:
                WriteDeployment(writer, app);
                break;
            default:
                WriteJob(writer, app);
                break;
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            WriteMembers(writer, app, container);
        }

        writer.Close();
    }

    /// <summary>The instance of the application itself.</summary>
    public static string Workload(AppDeclaration app) => app.Kind == WorkloadKind.StatefulSet ? Set : Other;

    /// <summary>The instance behind a member; one of a nested type has that type's name before its own.</summary>
    public static string NameOf(ContainerDeclaration container, MemberShape member) => container.Type is { } type
        ? type.FullName + "_" + member.Name
        : member.Name is Set or Other ? member.Name + "_" : TypeShapeReader.Escape(member.Name);

    private static void WriteDeployment(SourceWriter writer, AppDeclaration app) =>
        writer.Open($"internal static readonly {CSharpText.Runtime}DeploymentInfo {Other} = new {CSharpText.Runtime}DeploymentInfo({CSharpText.Literal(DeclaredReplicas.Name(app))})")
            .Line($"Namespace = {CSharpText.Literal(GoverningService.Namespace(app))},")
            .Line($"ClusterDomain = {CSharpText.Literal(GoverningService.ClusterDomain(app))},")
            .Line($"Replicas = {CSharpText.Number(Math.Max(0, app.Replicas.OrDefault(1)))},")
            .CloseStatement();

    private static void WriteJob(SourceWriter writer, AppDeclaration app)
    {
        string type = CSharpText.Runtime + WorkloadText.Of(app.Kind).Type;
        writer.Open($"internal static readonly {type} {Other} = new {type}({CSharpText.Literal(JobNames.Of(app))})");
        if (app.Kind == WorkloadKind.Job)
        {
            writer.Line($"Application = {CSharpText.Literal(DeclaredReplicas.Name(app))},");
        }

        writer.Line($"Namespace = {CSharpText.Literal(GoverningService.Namespace(app))},")
            .CloseStatement();
    }

    private static void WriteSet(SourceWriter writer, AppDeclaration app, Declared<int> gracePeriod)
    {
        writer.Open($"internal static readonly {CSharpText.Runtime}StatefulSetInfo {Set} = new {CSharpText.Runtime}StatefulSetInfo({CSharpText.Literal(DeclaredReplicas.Name(app))})")
            .Line($"ServiceName = {CSharpText.Literal(GoverningService.KnownName(app))},")
            .Line($"Namespace = {CSharpText.Literal(GoverningService.Namespace(app))},")
            .Line($"ClusterDomain = {CSharpText.Literal(GoverningService.ClusterDomain(app))},")
            .Line($"Replicas = {CSharpText.Number(DeclaredReplicas.Count(app))},")
            .Line($"OrdinalStart = {CSharpText.Number(DeclaredReplicas.Start(app))},")
            .Line($"PodManagementPolicy = {CSharpText.Runtime}PodManagementPolicy.{app.PodManagementPolicy.OrDefault("OrderedReady")},");
        if (app.ClaimRetention is { } retention && retention.WhenScaled.TryGet(out string? whenScaled))
        {
            writer.Line($"ClaimsWhenScaled = {CSharpText.Runtime}ClaimRetention.{whenScaled},");
        }

        if (app.ClaimRetention is { } policy && policy.WhenDeleted.TryGet(out string? whenDeleted))
        {
            writer.Line($"ClaimsWhenDeleted = {CSharpText.Runtime}ClaimRetention.{whenDeleted},");
        }

        if (app.UpdateStrategy.TryGet(out string? strategy))
        {
            writer.Line($"UpdateStrategy = {CSharpText.Runtime}UpdateStrategy.{strategy},");
        }

        if (app.PlannedVersion is { } version)
        {
            writer.Line($"Kubernetes = new {CSharpText.Runtime}KubernetesVersion({version}),");
        }

        WriteCount(writer, "UpdatePartition", app.UpdatePartition);
        WriteCount(writer, "MinReadySeconds", app.MinReadySeconds);
        WriteCount(writer, "TerminationGracePeriodSeconds", gracePeriod);

        string templates = string.Join(", ", app.VolumeClaims.Select(static claim => CSharpText.Literal(claim.Name.OrDefault(string.Empty))));
        writer.Line($"ClaimTemplates = new string[] {{ {templates} }},")
            .CloseStatement();
    }

    /// <summary>That of the manifest, since a patch may have changed it; absent where it is left out.</summary>
    private static Declared<int> GracePeriod(AppDeclaration app, ImmutableArray<ManifestPart> parts) =>
        parts.First(part => part.Member == app.Kind.ToString()).Objects[0].At("spec", "template", "spec", "terminationGracePeriodSeconds").TryGetInteger(out long seconds)
            && seconds <= int.MaxValue
                ? Declared<int>.Known((int)seconds, null)
                : default;

    /// <summary>A number that is an error when it is negative, and then must not keep the type from being made.</summary>
    private static void WriteCount(SourceWriter writer, string property, Declared<int> value)
    {
        if (value.TryGet(out int number) && number >= 0)
        {
            writer.Line($"{property} = {CSharpText.Number(number)},");
        }
    }

    private static void WriteMembers(SourceWriter writer, AppDeclaration app, ContainerDeclaration container)
    {
        string workload = Workload(app);
        foreach (MemberText text in MemberTexts.All)
        {
            foreach (MemberDeclaration member in container.Members)
            {
                if (text.Arguments is { } arguments && member.Member.CanImplement && text.IsOf(member))
                {
                    writer.Line()
                        .Line($"internal static readonly {text.Type} {NameOf(container, member.Member)} = new {text.Type}({arguments(workload, member)});");
                }
            }
        }
    }
}
