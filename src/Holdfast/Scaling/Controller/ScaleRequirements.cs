namespace Holdfast;

/// <summary>Refuses options about what cannot exist, so that a slip does not become a plan.</summary>
internal static class ScaleRequirements
{
    public static void OfOptions(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ClusterState state)
    {
        foreach ((int ordinal, ReplicaCondition condition) in options.Replicas)
        {
            bool isRest = condition is ReplicaCondition.Terminating or ReplicaCondition.HeldTerminating;
            bool isKnown = before.IsReplica(ordinal) || after.IsReplica(ordinal) || state.Pods.ContainsKey(ordinal);
            if (!isKnown && !isRest)
            {
                throw new ArgumentException(
                    $"The options say that replica {Describe.Number(ordinal)} is {condition}, but StatefulSet \"{before.Name}\" has {Describe.Replicas(before)} before "
                    + $"and {Describe.Replicas(after)} after the change. Give one of their ordinals; only a pod of an earlier scale-down, Terminating or HeldTerminating, may have another.",
                    nameof(options));
            }

            if (condition == ReplicaCondition.ClaimHeldTerminating && after.ClaimTemplates.Count == 0)
            {
                throw new ArgumentException(
                    $"The options say that a claim of a replica is being deleted, but StatefulSet \"{after.Name}\" has no claim templates.",
                    nameof(options));
            }
        }

        foreach (string name in options.KeptClaims ?? [])
        {
            if (ClaimNames.Find(before, name) is null && ClaimNames.Find(after, name) is null)
            {
                throw new ArgumentException(
                    $"The options say that the cluster holds the claim \"{name}\", but StatefulSet \"{after.Name}\" has no claim of that name. Its claims are called "
                    + $"<template>-{after.Name}-<ordinal>, of the templates {string.Join(", ", after.ClaimTemplates)}.",
                    nameof(options));
            }
        }
    }

    public static void OfCreation(StatefulSetInfo set, ScaleOptions options)
    {
        if (options.Template == TemplateChange.RolledBack)
        {
            throw new ArgumentException(
                $"StatefulSet \"{set.Name}\" is created, so it has no previous template to roll back to.", nameof(options));
        }
    }

    public static void OfDeletion(StatefulSetInfo set, ScaleOptions options)
    {
        if (options.Template != TemplateChange.None || options.Recreate)
        {
            throw new ArgumentException(
                $"StatefulSet \"{set.Name}\" is deleted, so its template and claim templates do not change. Plan that as a separate change.", nameof(options));
        }
    }
}
