#pragma warning disable ASPIREINTERACTION001 // The plan is shown in a dialog; the API of dialogs is marked as one that may change.

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Holdfast.Aspire;

/// <summary>What can be done to a set and its replicas from the dashboard. The plan is shown before it happens, and written to the set's log.</summary>
internal static class SetCommands
{
    public const string ScaleUp = "scale-up";
    public const string ScaleDown = "scale-down";
    public const string Restart = "restart-in-order";
    public const string KillCommand = "kill";

    /// <summary>The commands of a set.</summary>
    public static IEnumerable<ResourceCommandAnnotation> Of(StatefulAppResource resource) =>
    [
        Command(
            ScaleUp, "Scale up", "Adds one replica, with its PersistentVolumeClaims.", "AddCircle", _ => resource.HasBegun,
            context => ScaleAsync(resource, 1, context)),
        Command(
            ScaleDown, "Scale down", "Takes the last replica away; its claims stay or go as the manifest says.", "SubtractCircle", _ => resource is { HasBegun: true, Running.Set.Replicas: > 0 },
            context => ScaleAsync(resource, -1, context)),
        Command(
            Restart, "Restart in order", "Restarts the replicas as kubectl rollout restart does.", "ArrowSync", _ => resource is { HasBegun: true, Running.Set.Replicas: > 0 },
            context => DoAsync(
                resource, "Restart", set => ScalePlan.Update(set.Set, Found(set)).ToString(), set => set.UpdateAsync(app => app, context.CancellationToken), context)),
    ];

    /// <summary>Kills the processes of one replica.</summary>
    public static ResourceCommandAnnotation Kill(StatefulReplicaResource replica) => Command(
        KillCommand, "Kill", "Kills the replica's process, as the kernel does when memory is short.", "Dismiss", _ => replica.Running is { ProcessId: not null },
        context => DoAsync(
            replica.Parent,
            "Kill",
            _ => $"{replica.Name} is killed without being asked (SIGKILL). The pod and its claims stay, and the process starts again after the back-off.",
            _ => replica.Running!.KillAsync(),
            context));

    private static ResourceCommandAnnotation Command(
        string name, string title, string description, string icon, Func<CustomResourceSnapshot, bool> isEnabled, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> execute) => new(
            name,
            title,
            context => context.ResourceSnapshot.State?.Text is { } state && state != KnownResourceStates.NotStarted && isEnabled(context.ResourceSnapshot)
                ? ResourceCommandState.Enabled
                : ResourceCommandState.Disabled,
            execute,
            description,
            parameter: null,
            confirmationMessage: null,
            icon,
            IconVariant.Regular,
            isHighlighted: name is ScaleUp or ScaleDown or KillCommand);

    private static Task<ExecuteCommandResult> ScaleAsync(StatefulAppResource resource, int change, ExecuteCommandContext context)
    {
        int replicas = (resource.Running?.Set.Replicas ?? 0) + change;
        return replicas < 0
            ? Task.FromResult(CommandResults.Failure($"{resource.Name} has no replicas that could be taken away."))
            : DoAsync(
                resource,
                change > 0 ? "Scale up" : "Scale down",
                set => ScalePlan.Between(set.Set, set.Set.WithReplicas(replicas), Found(set)).ToString(),
                set => set.ScaleAsync(replicas, context.CancellationToken),
                context);
    }

    /// <summary>What a plan starts from: claims that earlier replicas have left, and replicas that are not Ready, which may keep the controller waiting.</summary>
    private static ScaleOptions Found(LocalSet set)
    {
        var present = set.Set.Pods.SelectMany(pod => set.Set.ClaimTemplates.Select(template => $"{template}-{pod.Name}")).ToHashSet(StringComparer.Ordinal);
        return new ScaleOptions
        {
            KeptClaims =
            [
                .. set.Claims.Where(claim => !present.Contains(claim) && set.Set.ClaimTemplates.Any(template => claim.StartsWith($"{template}-{set.Name}-", StringComparison.Ordinal))),
            ],
            Replicas = set.Members
                .Where(member => !member.IsReady)
                .ToDictionary(member => member.Ordinal, member => member.Exists ? ReplicaCondition.Unready : ReplicaCondition.Missing),
        };
    }

    private static async Task<ExecuteCommandResult> DoAsync(
        StatefulAppResource resource, string title, Func<LocalSet, string> planOf, Func<LocalSet, Task> act, ExecuteCommandContext context)
    {
        if (!resource.HasBegun)
        {
            return CommandResults.Failure($"{resource.Name} does not run: it waits for something, or it could not be started, as its log says.");
        }

        LocalSet set = resource.Running!;
        string plan = planOf(set);
        var interaction = context.Services.GetRequiredService<IInteractionService>();

        // Where a command comes from code, nothing can be asked.
        if (interaction.IsAvailable)
        {
            InteractionResult<bool> answer = await interaction.PromptConfirmationAsync(
                $"{title}: {context.ResourceName}",
                PlanMarkdown.Of(plan),
                new MessageBoxInteractionOptions { EnableMessageMarkdown = true, PrimaryButtonText = title, Intent = MessageIntent.Confirmation },
                context.CancellationToken).ConfigureAwait(false);
            if (answer.Canceled || !answer.Data)
            {
                return CommandResults.Canceled();
            }
        }

        context.Services.GetRequiredService<ResourceLoggerService>().GetLogger(resource).LogInformation("{Plan}", plan);
        try
        {
            await act(set).ConfigureAwait(false);
            return CommandResults.Success($"{title}: done. {set.Members.Count(member => member.IsReady)} of {set.Set.Replicas} replicas of {set.Name} are Ready.");
        }
        catch (LocalClusterException exception)
        {
            return CommandResults.Failure(exception.Message);
        }
    }
}
