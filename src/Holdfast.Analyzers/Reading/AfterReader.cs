using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Reads <c>[After]</c>, and with it the whole declaration of the Job that it names: the Job's name is a hash of it. A Job starts after
/// nothing itself, so this ends.
/// </summary>
internal static class AfterReader
{
    private const string Discovery = "Holdfast.Discovery";

    public static AfterDeclaration Read(AttributeArguments arguments, INamedTypeSymbol owner, ReadContext context)
    {
        (INamedTypeSymbol? type, Location? location) = arguments.Type("Job");
        Declared<string> waitImage = arguments.String("WaitImage");
        if (type is null)
        {
            return new AfterDeclaration(Declared<string>.Unknown(location), null, waitImage);
        }

        var name = Declared<string>.Known(type.Name, location);
        if (AppReader.FindDeclaration(type) is not { } declaration || AppReader.KindOf(declaration) != WorkloadKind.Job)
        {
            context.Report(ReadingProblems.After, location, owner.Name, type.Name, "that does not run once and end", "name a type with [RunOnce]");
            return new AfterDeclaration(name, null, waitImage);
        }

        if (!ReferencedAppReader.IsOfThisProject(type, owner))
        {
            context.Report(
                ReadingProblems.After,
                location,
                owner.Name,
                type.Name,
                "it is of another project, with other properties, and its Job's name is not known here",
                "declare both in one project");
            return new AfterDeclaration(name, null, waitImage);
        }

        // What is read to make addresses of it needs no more than its names.
        return new AfterDeclaration(name, context.FollowsReferences ? AppReader.Read(type, declaration, context.ForAwaited()) : null, waitImage);
    }

    /// <summary>Pods ask the API server, so they have an account that may.</summary>
    public static AppDeclaration WithAccount(AppDeclaration app) => app.Afters.Count == 0 || app.Pod.ServiceAccount is not null
        ? app
        : app with
        {
            Pod = app.Pod with { ServiceAccount = new(app.Name, Declared<bool>.Known(true, app.Afters[0].TypeName.Location), default) },
        };

    /// <summary>Reports what would keep the pods waiting forever, or from waiting at all.</summary>
    public static void Report(AppDeclaration app, INamedTypeSymbol type, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        foreach (AfterDeclaration after in app.Afters)
        {
            if (after.Job is not { } job)
            {
                continue;
            }

            string name = after.TypeName.OrDefault(string.Empty);
            if (Problem(app, job) is { } problem)
            {
                context.Report(ReadingProblems.After, after.TypeName.Location, app.Type.Name, name, problem.Why, problem.ToDo);
            }
            else if (after.WaitImage.State == DeclaredState.Absent
                && !type.ContainingModule.ReferencedAssemblies.Any(static assembly => assembly.Name == Discovery))
            {
                context.Report(ReadingProblems.NoWait, after.TypeName.Location, app.Type.Name, name);
            }
        }
    }

    private static (string Why, string ToDo)? Problem(AppDeclaration app, AppDeclaration job)
    {
        if (job.Namespace.TryGet(out string? other) && app.Namespace.TryGet(out string? own) && other != own)
        {
            return ($"the Job is in the namespace '{other}', and its own pods are in '{own}'", "declare both for one namespace");
        }

        if (app.Namespace.State == DeclaredState.Absent && job.Namespace.State != DeclaredState.Absent)
        {
            return (
                "its own pods are in the namespace that they are applied to, which may not be the Job's",
                $"set Namespace in {AppKinds.Written(app.Kind)} to the same namespace");
        }

        if (job.Namespace.State == DeclaredState.Absent && app.Namespace.State != DeclaredState.Absent)
        {
            return (
                "the Job is in the namespace that it is applied to, which may be another one",
                $"set Namespace in {AppKinds.Written(job.Kind)} to the same namespace");
        }

        if (job.Job?.TtlSecondsAfterFinished.State == DeclaredState.Known)
        {
            return (
                "the Job is deleted some time after its end, and pods that start later would wait forever",
                "remove TtlSecondsAfterFinished there");
        }

        if (app.Pod.ServiceAccount is { } account && account.MountToken.TryGet(out bool mounts) && !mounts)
        {
            return ("its pods have no token to ask the API server with", "remove MountToken = false from [ServiceAccount]");
        }

        return app.NetworkPolicy is { } policy && policy.RestrictsEgress.OrDefault(false) && policy.EgressCidrs.State == DeclaredState.Absent
            ? ("its network policy lets nothing out to the API server", "add the address of the API server to EgressCidrs of [NetworkPolicy]")
            : null;
    }
}
