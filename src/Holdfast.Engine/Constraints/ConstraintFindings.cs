using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Constraints;

/// <summary>What the API server asks of objects and they do not keep, found in one walk for all rules.</summary>
internal static class ConstraintFindings
{
    private static readonly ConditionalWeakTable<ObjectIndex, Found> Walked = new();

    /// <summary>The findings in what rules judge, and in parts of objects that something else completes.</summary>
    public static IEnumerable<ConstraintFinding> In(ManifestSet manifests)
    {
        Found found = Walked.GetValue(manifests.Judged, static _ => new Found());
        ImmutableArray<ConstraintFinding> findings = found.For(manifests.Judged, manifests.Kubernetes);
        return manifests.Parts.IsEmpty
            ? findings
            : findings.Concat(ConstraintWalk.Find(manifests.Parts, manifests.Kubernetes, isPart: true, manifests.KeepsValuesOfParts));
    }

    /// <summary>The findings for the versions of Kubernetes that were last asked for, which are mostly the same each time.</summary>
    private sealed class Found
    {
        private (KubernetesTarget Target, ImmutableArray<ConstraintFinding> Findings)? _last;

        public ImmutableArray<ConstraintFinding> For(ObjectIndex index, KubernetesTarget target)
        {
            lock (this)
            {
                // An index of files outlives a compilation, and the next one may be for other versions.
                if (_last is not { } last || !last.Target.Equals(target))
                {
                    _last = last = (target, [.. ConstraintWalk.Find(index.Objects, target)]);
                }

                return last.Findings;
            }
        }
    }
}
