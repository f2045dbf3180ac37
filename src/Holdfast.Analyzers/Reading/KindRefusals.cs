using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>What a kind of workload cannot have, and what to do where it is asked of it.</summary>
internal static class KindRefusals
{
    private const string NoNames = "whose pods have random names and no DNS names";

    private const string StatefulSet = "a StatefulSet";

    private const string MakeStateful = "make it a [StatefulApp]";

    private const string EndsWithItsWork = "whose pods end with their work";

    /// <summary>Why a kind cannot have what an attribute of a type declares; null where it can, and for all other attributes.</summary>
    public static Refusal? OfType(string attribute, WorkloadKind kind) => kind switch
    {
        WorkloadKind.Deployment => InDeployment(attribute),
        WorkloadKind.Job or WorkloadKind.CronJob => InJob(attribute),
        _ => null,
    };

    public static void Report(string attribute, Refusal refusal, WorkloadKind kind, Location? place, string typeName, ReadContext context) =>
        context.Report(ReadingProblems.WrongKind, place, AttributeNames.Written(attribute), refusal.For, typeName, kind, refusal.Why, refusal.ToDo);

    /// <summary>A use in code of what only replicas with names have.</summary>
    public static Diagnostic Use(string code, string typeName, Location place) => Diagnostic.Create(
        ReadingProblems.WrongKind,
        place,
        $"'{code}'",
        StatefulSet,
        typeName,
        WorkloadKind.Deployment,
        NoNames + ", so it throws when it runs",
        MakeStateful + ", or use the address of the port on a [ClientService]");

    private static Refusal? InDeployment(string attribute) => attribute switch
    {
        AttributeNames.HeadlessService => Refusal.StatefulSetOnly(
            NoNames + ", so no Service governs it",
            MakeStateful + ", or use [ClientService], which connects to any ready pod"),
        AttributeNames.ClaimRetention => Refusal.StatefulSetOnly(
            "which has no claims to keep or delete",
            MakeStateful + ", or remove it"),
        _ => null,
    };

    private static Refusal? InJob(string attribute) => attribute switch
    {
        AttributeNames.After => Refusal.NotForJobs("which runs its steps itself", "make the first step an [InitContainer], which runs before it"),
        AttributeNames.HeadlessService => Refusal.StatefulSetOnly(EndsWithItsWork + ", so no Service governs it", "remove it"),
        AttributeNames.ClaimRetention => Refusal.StatefulSetOnly("which has no claims to keep or delete", "remove it"),
        AttributeNames.Quorum => Refusal.StatefulSetOnly("which has no members", "remove it"),
        AttributeNames.DisruptionBudget => Refusal.NotForJobs(
            EndsWithItsWork + ", and one that is evicted is replaced",
            "remove it; BackoffLimit says how often pods are replaced"),
        AttributeNames.Autoscaler => Refusal.NotForJobs("which has no replicas to scale", "use Completions and Parallelism for several pods"),
        AttributeNames.Selector => Refusal.NotForJobs("which selects its pods by a label that the API server makes", "remove it, or use [Label]"),
        _ => null,
    };

    /// <summary>Environment variables of other kinds' containers that only the StatefulSet controller would give a value.</summary>
    public static void ReportEnvironment(AppDeclaration app, ReadContext context)
    {
        if (app.Kind == WorkloadKind.StatefulSet || !context.KeepsLocations)
        {
            return;
        }

        ReportPodsOf(app, context);
    }

    private static void ReportPodsOf(AppDeclaration app, ReadContext context)
    {
        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (EnvDeclaration variable in container.Env)
            {
                if (variable.FieldPath.TryGet(out string? path)
                    && (path.Contains("'" + KubernetesLabels.PodIndex + "'") || path.Contains("'" + KubernetesLabels.PodName + "'")))
                {
                    context.Report(
                        ReadingProblems.WrongKind,
                        variable.FieldPath.Location,
                        "The label of a pod's ordinal or name",
                        StatefulSet,
                        app.Type.Name,
                        app.Kind,
                        "whose pods do not have it, so the variable stays empty",
                        (app.RunsToCompletion ? string.Empty : MakeStateful + ", or ") + "use the field metadata.name, which is random but unique");
                }
            }

            // Commands, arguments and values are where Kubernetes puts variables in. In a Job, the variable is missing like any other (HF6010).
            if (app.Kind == WorkloadKind.Deployment && !container.Env.Any(static variable => variable.Name.OrDefault(string.Empty) == PodEnvironmentVariables.PodOrdinal))
            {
                CheckText(app, container.Command, context);
                CheckText(app, container.Args, context);
                foreach (EnvDeclaration variable in container.Env)
                {
                    if (variable.Value.TryGet(out string? value))
                    {
                        CheckText(app, value, variable.Value.Location, context);
                    }
                }
            }
        }
    }

    private static void CheckText(AppDeclaration app, Declared<EquatableArray<string>> texts, ReadContext context)
    {
        foreach (string text in texts.OrDefault(EquatableArray<string>.Empty))
        {
            CheckText(app, text, texts.Location, context);
        }
    }

    private static void CheckText(AppDeclaration app, string text, Location? location, ReadContext context)
    {
        const string Reference = "$(" + PodEnvironmentVariables.PodOrdinal + ")";
        if (text.Contains(Reference) && !text.Contains("$" + Reference))
        {
            context.Report(
                ReadingProblems.WrongKind,
                location,
                "'" + Reference + "'",
                StatefulSet,
                app.Type.Name,
                app.Kind,
                "whose pods have no ordinals, so the text stays as it is",
                MakeStateful + ", or use $(" + PodEnvironmentVariables.PodName + "), which is random but unique");
        }
    }
}
