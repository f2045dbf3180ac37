using Holdfast.Local.Control;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;
using Holdfast.Local.Processes;
using Holdfast.WellKnown;

namespace Holdfast.Local;

/// <summary>
/// A stateless application in a local cluster: its Deployment. Its pods have random names, start at once, and share the claims that they mount.
/// Safe for several threads.
/// </summary>
public sealed class LocalDeployment : LocalWorkload
{
    /// <summary>Letters and digits of random names in Kubernetes: none that make words.</summary>
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";

    private readonly DeploymentController _controller;
    private readonly List<(LocalApp App, string Hash)> _templates = [];
    private readonly Dictionary<string, LocalReplica> _replicas = new(StringComparer.Ordinal);
    private DeploymentInfo _deployment;
    private int _template;
    private int _before;

    internal LocalDeployment(LocalCluster cluster, PodContext context, LocalApp app)
        : base(cluster, context, app)
    {
        _deployment = (DeploymentInfo)app.Workload;
        _templates.Add((app, NewHash()));
        _controller = new DeploymentController(Start, StopPod);
    }

    /// <summary>The pods that are there, the oldest first; those that are being deleted are not among them.</summary>
    public IReadOnlyList<LocalReplica> Pods
    {
        get
        {
            lock (Gate)
            {
                return [.. _controller.Pods.Where(pod => !pod.IsEnding).Select(pod => _replicas[pod.Name])];
            }
        }
    }

    /// <inheritdoc/>
    public override string? WaitsFor => _controller.IsSettled
        ? null
        : string.Join(", ", _controller.Pending.Select(pod => $"{pod.Name} to be {(pod.IsEnding ? "gone" : "Ready")}"));

    /// <inheritdoc/>
    internal override string Kind => _deployment.Kind;

    /// <inheritdoc/>
    internal override int Replicas => _deployment.Replicas;

    /// <inheritdoc/>
    private protected override bool IsSettled => _controller.IsSettled;

    /// <inheritdoc/>
    private protected override int MinReadySeconds => App.Spec.Rollout.MinReadySeconds;

    /// <inheritdoc/>
    public override async Task ScaleAsync(int replicas, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicas);
        await Loop.DoAsync(() =>
        {
            App = App.WithReplicas(replicas);
            Apply();
            return true;
        }).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task BeginUpdateAsync(Func<LocalApp, LocalApp> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Loop.DoAsync(() =>
        {
            LocalApp app = change(App);
            if (app.Workload is not DeploymentInfo)
            {
                throw new LocalClusterException($"Deployment \"{Name}\" cannot become a {app.Workload.Kind}. Start a new local cluster with it.");
            }

            _templates.Add((app, NewHash()));
            Roll(_templates.Count - 1);
            return true;
        });
    }

    /// <inheritdoc/>
    public override async Task RollBackAsync(CancellationToken cancellationToken = default)
    {
        await Loop.DoAsync(() =>
        {
            Roll(_before);
            return true;
        }).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    internal override Task BeginAsync() => Loop.DoAsync(() =>
    {
        Apply();
        return true;
    });

    /// <inheritdoc/>
    internal override Task DeletePodAsync(string name) => Loop.DoAsync(() => _controller.Delete(name)
        ? true
        : throw new LocalClusterException($"{name} is gone, or is being deleted. Take one of {nameof(Pods)}."));

    /// <inheritdoc/>
    private protected override IReadOnlyList<LocalReplica> Known() => Pods;

    /// <inheritdoc/>
    private protected override void Observe(string pod, bool isAvailable) => _controller.Observe(pod, isAvailable);

    /// <inheritdoc/>
    private protected override void Gone(string pod)
    {
        ForgetPod(pod);
        _controller.Gone(pod);
        lock (Gate)
        {
            _replicas.Remove(pod);
        }
    }

    /// <summary>The pods get a template, be it new or one that they had.</summary>
    private void Roll(int template)
    {
        if (template != _template)
        {
            _before = _template;
        }

        _template = template;
        App = _templates[template].App.WithReplicas(_deployment.Replicas);
        Apply();
    }

    private void Apply()
    {
        _deployment = (DeploymentInfo)App.Workload;
        _controller.Apply(App.Spec.Rollout, _deployment.Replicas, _template);
        Signal();
    }

    private string Start(int template)
    {
        (LocalApp app, string hash) = _templates[template];
        string name;
        LocalReplica replica;
        lock (Gate)
        {
            do
            {
                name = $"{Name}-{hash}-{RandomName(5)}";
            }
            while (_replicas.ContainsKey(name));

            replica = new LocalReplica(this, name, new LocalLog(name, Context.Options.Output), Context.Network.Block.Of(KeyOf(name)));
            _replicas[name] = replica;
        }

        Endpoint endpoint = EndpointOf(app, name, subdomain: "", [new(KubernetesLabels.PodTemplateHash, hash)]);
        StartPod(app.With(_deployment), endpoint, claim => claim, replica.Log);
        return name;
    }

    private static string NewHash() => RandomName(10);

    internal static string RandomName(int length) => new([.. Enumerable.Range(0, length).Select(_ => Letters[Random.Shared.Next(Letters.Length)])]);
}
