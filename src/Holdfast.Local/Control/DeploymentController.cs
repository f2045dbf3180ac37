using System.Collections.Immutable;
using Holdfast.Local.Manifests;

namespace Holdfast.Local.Control;

/// <summary>
/// The Deployment of a local cluster with its ReplicaSets: keeps what is reported about pods, and does what <see cref="RolloutRule"/> decides. Not safe
/// for several threads.
/// </summary>
/// <param name="start">Starts a pod of a template and says its name.</param>
/// <param name="stop">Begins to end a pod.</param>
internal sealed class DeploymentController(Func<int, string> start, Action<string> stop)
{
    private ImmutableSortedDictionary<int, int> _desired = ImmutableSortedDictionary<int, int>.Empty;
    private ImmutableSortedDictionary<string, RolloutPod> _pods = ImmutableSortedDictionary.Create<string, RolloutPod>(StringComparer.Ordinal);
    private RolloutSpec _spec = new();
    private int _replicas;
    private int _template;
    private int _last;

    /// <summary>The pods that are there, the oldest first.</summary>
    public ImmutableArray<RolloutPod> Pods => [.. _pods.Values.OrderBy(pod => pod.Number)];

    public bool IsSettled =>
        _pods.Count == _replicas && _pods.Values.All(pod => pod.Template == _template && pod is { IsAvailable: true, IsEnding: false });

    /// <summary>Pods that are not yet, or no longer, as they shall be; by name.</summary>
    public ImmutableArray<RolloutPod> Pending => [.. Pods.Where(pod => pod.IsEnding || !pod.IsAvailable)];

    /// <summary>The Deployment is different.</summary>
    public void Apply(RolloutSpec spec, int replicas, int template)
    {
        (_spec, _replicas, _template) = (spec, replicas, template);
        Sync();
    }

    public void Observe(string name, bool isAvailable)
    {
        if (_pods.TryGetValue(name, out RolloutPod? pod) && !pod.IsEnding)
        {
            _pods = _pods.SetItem(name, pod with { IsAvailable = isAvailable });
            Sync();
        }
    }

    /// <summary>A pod is deleted by hand; its ReplicaSet makes another one.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Delete(string name)
    {
        if (!_pods.TryGetValue(name, out RolloutPod? pod) || pod.IsEnding)
        {
            return false;
        }

        End(pod);
        Sync();
        return true;
    }

    public void Gone(string name)
    {
        _pods = _pods.Remove(name);
        Sync();
    }

    /// <summary>Takes steps until it has to wait.</summary>
    private void Sync()
    {
        while (true)
        {
            ImmutableSortedDictionary<int, int> next = RolloutRule.Next(_spec, _replicas, _template, _desired, [.. _pods.Values]);
            bool changed = !next.SequenceEqual(_desired);
            _desired = next;
            foreach ((int template, int wanted) in _desired)
            {
                changed |= Reach(template, wanted);
            }

            if (!changed)
            {
                return;
            }
        }
    }

    /// <summary>What the ReplicaSet of a template does. Pods that are ending do not count.</summary>
    private bool Reach(int template, int wanted)
    {
        RolloutPod[] there = [.. _pods.Values.Where(pod => pod.Template == template && !pod.IsEnding)];
        foreach (RolloutPod pod in RolloutRule.InOrderOfDeletion(there).Take(there.Length - wanted))
        {
            End(pod);
        }

        for (int i = there.Length; i < wanted; i++)
        {
            string name = start(template);
            _pods = _pods.SetItem(name, new RolloutPod(name, template, _last++));
        }

        return there.Length != wanted;
    }

    private void End(RolloutPod pod)
    {
        _pods = _pods.SetItem(pod.Name, pod with { IsAvailable = false, IsEnding = true });
        stop(pod.Name);
    }
}
