using System.Globalization;

namespace Holdfast.Discovery;

/// <summary>What a StatefulSet means for one of its pods, as its controller decides it: pods outside the range of ordinals go, all others come back.</summary>
internal static class DepartureRule
{
    public static Departure Of(PodIdentity self, SetSpec spec, DepartureSource source)
    {
        if ((long)spec.OrdinalStart + spec.Replicas - 1 > int.MaxValue)
        {
            return Unknown($"StatefulSet \"{self.Set.Name}\" has ordinals that no pod can have.", source);
        }

        StatefulSetInfo set = Sized(self.Set, spec.OrdinalStart, spec.IsDeleted ? 0 : spec.Replicas);
        if (spec.IsDeleted)
        {
            return Deleted(self, source, spec.KeepsClaimsWhenDeleted);
        }

        string range = spec.Replicas switch
        {
            0 => "has no replicas any more",
            1 => $"has the replica {Text(spec.OrdinalStart)} alone",
            _ => $"has the replicas {Text(spec.OrdinalStart)} to {Text(spec.OrdinalStart + spec.Replicas - 1)}",
        };
        bool isBelow = self.Ordinal < spec.OrdinalStart;
        if (!isBelow && self.Ordinal - spec.OrdinalStart < spec.Replicas)
        {
            return new Departure
            {
                State = DepartureState.Staying,
                Source = source,
                Reason = $"StatefulSet \"{self.Set.Name}\" {range}, so {self.Name} comes back.",
                Set = set,
                KeepsClaims = true,
            };
        }

        return new Departure
        {
            State = DepartureState.Leaving,
            Cause = isBelow ? DepartureCause.OrdinalsMoved : DepartureCause.ScaledIn,
            Source = source,
            Reason = $"StatefulSet \"{self.Set.Name}\" {range}, so {self.Name} does not come back.",
            Set = set,
            KeepsClaims = spec.KeepsClaimsWhenScaled,
        };
    }

    /// <summary>The set is gone or goes, and its pods with it.</summary>
    public static Departure Deleted(PodIdentity self, DepartureSource source, bool? keepsClaims) => new()
    {
        State = DepartureState.Leaving,
        Cause = DepartureCause.SetDeleted,
        Source = source,
        Reason = $"StatefulSet \"{self.Set.Name}\" is deleted, so {self.Name} does not come back unless the set is created again.",
        Set = Sized(self.Set, self.Set.OrdinalStart, 0),
        KeepsClaims = keepsClaims,
    };

    public static Departure Unknown(string reason, DepartureSource source = DepartureSource.None) => new()
    {
        State = DepartureState.Unknown,
        Source = source,
        Reason = reason,
    };

    /// <summary>The first ordinal and the size go together, or one of them could be out of range on the way.</summary>
    private static StatefulSetInfo Sized(StatefulSetInfo set, int start, int replicas) =>
        new(set.WithReplicas(0)) { OrdinalStart = start, Replicas = replicas };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
