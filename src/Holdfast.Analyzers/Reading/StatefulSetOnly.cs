using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>What only a StatefulSet can have, and what to do where it is asked of a Deployment.</summary>
internal static class StatefulSetOnly
{
    private const string NoNames = "whose pods have random names and no DNS names";

    private const string MakeStateful = "make it a [StatefulApp]";

    /// <summary>Why a Deployment cannot have what an attribute of a type declares, and what to do; null for all other attributes.</summary>
    public static (string Why, string ToDo)? OfType(string attribute) => attribute switch
    {
        AttributeNames.HeadlessService => (
            NoNames + ", so no Service governs it",
            MakeStateful + ", or use [ClientService], which connects to any ready pod"),
        AttributeNames.ClaimRetention => (
            "which has no claims to keep or delete",
            MakeStateful + ", or remove it"),
        _ => null,
    };

    public static void Report(string attribute, (string Why, string ToDo) reason, Location? place, string typeName, ReadContext context) =>
        context.Report(ReadingProblems.StatefulSetOnly, place, AttributeNames.Written(attribute), typeName, reason.Why, reason.ToDo);

    /// <summary>A use in code of what only replicas with names have.</summary>
    public static Diagnostic Use(string code, string typeName, Location place) => Diagnostic.Create(
        ReadingProblems.StatefulSetOnly,
        place,
        $"'{code}'",
        typeName,
        NoNames + ", so it throws when it runs",
        MakeStateful + ", or use the address of the port on a [ClientService]");

    /// <summary>Environment variables of a Deployment's containers that only the StatefulSet controller would give a value.</summary>
    public static void ReportEnvironment(AppDeclaration app, ReadContext context)
    {
        if (app.Kind != WorkloadKind.Deployment || !context.KeepsLocations)
        {
            return;
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (EnvDeclaration variable in container.Env)
            {
                if (variable.FieldPath.TryGet(out string? path)
                    && (path.Contains("'" + KubernetesLabels.PodIndex + "'") || path.Contains("'" + KubernetesLabels.PodName + "'")))
                {
                    context.Report(
                        ReadingProblems.StatefulSetOnly,
                        variable.FieldPath.Location,
                        "The label of a pod's ordinal or name",
                        app.Type.Name,
                        "whose pods do not have it, so the variable stays empty",
                        MakeStateful + ", or use the field metadata.name, which is random but unique");
                }
            }

            // Commands, arguments and values are where Kubernetes puts variables in.
            if (!container.Env.Any(static variable => variable.Name.OrDefault(string.Empty) == PodEnvironmentVariables.PodOrdinal))
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
                ReadingProblems.StatefulSetOnly,
                location,
                "'" + Reference + "'",
                app.Type.Name,
                "whose pods have no ordinals, so the text stays as it is",
                MakeStateful + ", or use $(" + PodEnvironmentVariables.PodName + "), which is random but unique");
        }
    }
}
