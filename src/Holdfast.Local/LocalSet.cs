using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Local.Control;
using Holdfast.Local.Network;
using Holdfast.Local.Processes;
using Holdfast.WellKnown;

namespace Holdfast.Local;

/// <summary>An application in a local cluster: its StatefulSet, whose controller is the rule that <see cref="ScalePlan"/> plans with. Safe for several threads.</summary>
public sealed class LocalSet : LocalWorkload, ISetRunner
{
    private readonly SetController _controller;
    private readonly Dictionary<int, LocalApp> _templates = [];
    private readonly SortedDictionary<int, LocalMember> _members = [];

    internal LocalSet(LocalCluster cluster, PodContext context, LocalApp app)
        : base(cluster, context, app)
    {
        Set = app.Set;
        _templates[ClusterState.FirstTemplate] = app;
        _controller = new SetController(app.Set, context.Options.Kubernetes, this, context.Volumes.Claims(Namespace));
    }

    /// <summary>The set as the controller knows it.</summary>
    public StatefulSetInfo Set { get; private set; }

    /// <summary>The members that the set has, by ordinal.</summary>
    public IReadOnlyList<LocalMember> Members => _controller.IsDeleted ? [] : [.. Set.Pods.Select(pod => Member(pod.Ordinal))];

    /// <summary>The member with an ordinal, which need not be there: one that was scaled away still has its log.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <returns>The member.</returns>
    public LocalMember this[int ordinal] => Member(ordinal);

    /// <inheritdoc/>
    public override string? WaitsFor => _controller.Waiting switch
    {
        null => _controller.State.Unnoticed is { IsEmpty: false } unnoticed ? NotNoticed([.. unnoticed]) : null,
        Move.AwaitReady ready => $"{Names(ready.Ordinals)} to be Ready",
        Move.AwaitGone gone => $"{Names(gone.Ordinals)} to be gone",
        Move.Blocked { Cause: BlockCause.NotNoticed } blocked => NotNoticed(blocked.Ordinals),
        Move.Blocked blocked => $"{Names(blocked.Ordinals)} ({blocked.Cause})",
        _ => null,
    };

    /// <inheritdoc/>
    internal override string Kind => Set.Kind;

    /// <inheritdoc/>
    internal override int Replicas => Set.Replicas;

    /// <inheritdoc/>
    private protected override bool IsSettled => _controller.IsSettled;

    /// <inheritdoc/>
    private protected override int MinReadySeconds => Set.MinReadySeconds;

    /// <inheritdoc/>
    public override Task ScaleAsync(int replicas, CancellationToken cancellationToken = default) => ChangeAsync(Set.WithReplicas(replicas), cancellationToken);

    /// <summary>Changes the set in any way that the API server takes: size, first ordinal, partition, policies; and waits until all is done.</summary>
    /// <param name="set">The set as it shall be: <c>new StatefulSetInfo(orders.Set) { UpdatePartition = 2 }</c>.</param>
    /// <param name="cancellationToken">Ends the wait, not the change.</param>
    /// <returns>Completes when nothing is left to do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="LocalClusterException">It is a change that the API server refuses, or it is not done within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public async Task ChangeAsync(StatefulSetInfo set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        await ApplyAsync(set, TemplateChange.None).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task BeginUpdateAsync(Func<LocalApp, LocalApp> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Loop.DoAsync(() =>
        {
            App = change(App);
            lock (Gate)
            {
                _templates[_controller.State.Templates.Max() + 1] = App;
            }

            _controller.Apply(Set, TemplateChange.Working);
            return true;
        });
    }

    /// <inheritdoc/>
    public override async Task RollBackAsync(CancellationToken cancellationToken = default)
    {
        await ApplyAsync(Set, TemplateChange.RolledBack).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes the set as <c>kubectl delete statefulset</c> does: all pods at once, in no order, and its claims as <c>whenDeleted</c> says. Scale it to 0 first
    /// where order matters.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait, not the deletion.</param>
    /// <returns>Completes when all pods and all claims that do not stay are gone.</returns>
    /// <exception cref="LocalClusterException">They are not within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public async Task DeleteAsync(CancellationToken cancellationToken = default)
    {
        await Loop.DoAsync(() =>
        {
            Publish(isDeleted: true);
            _controller.DeleteSet();
            Signal();
            return true;
        }).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the controller look at the set again, as any change of its metadata does.</summary>
    /// <returns>Completes when it has.</returns>
    public Task TouchAsync() => Loop.DoAsync(() =>
    {
        _controller.Touch();
        return true;
    });

    /// <inheritdoc/>
    internal override Task BeginAsync() => BeginAsync(static app => app);

    /// <summary>Begins, as when the set is created.</summary>
    /// <param name="change">What is known about the application only now.</param>
    internal Task BeginAsync(Func<LocalApp, LocalApp> change) => Loop.DoAsync(() =>
    {
        App = change(App);
        lock (Gate)
        {
            _templates[ClusterState.FirstTemplate] = App;
        }

        Publish(isDeleted: false);
        _controller.Sync();
        Signal();
        return true;
    });

    /// <summary>The claims of the namespace that are there, those of other sets as well.</summary>
    internal IReadOnlyCollection<string> Claims => Context.Volumes.Claims(Namespace);

    /// <inheritdoc/>
    internal override Task DeletePodAsync(string name) => Loop.DoAsync(() => _controller.Delete(OrdinalOf(name))
        ? true
        : throw new LocalClusterException($"{name} has no pod that could be deleted; it may be on its way. Wait until the set is Ready."));

    /// <summary>How Services and DNS see a member, whether it runs or not.</summary>
    internal Endpoint EndpointOf(int ordinal) => EndpointOf(App, ordinal);

    /// <inheritdoc/>
    void ISetRunner.Start(Pod pod, int template, IReadOnlyList<(string Claim, bool IsNew)> claims)
    {
        LocalApp app;
        lock (Gate)
        {
            app = _templates[template];
        }

        // The set may have another size than when the template was made, and a pod's values are those of the set that it is created under.
        app = app.With(Set);
        StartPod(app, EndpointOf(app, pod.Ordinal), name => KubernetesNames.Claim(name, Name, pod.Ordinal), Member(pod.Ordinal).Log);
    }

    /// <inheritdoc/>
    void ISetRunner.Stop(Pod pod) => StopPod(pod.Name);

    /// <inheritdoc/>
    void ISetRunner.CreateClaims(IReadOnlyList<string> claims)
    {
        foreach (string claim in claims)
        {
            Context.Volumes.CreateClaim(Namespace, claim);
        }
    }

    /// <inheritdoc/>
    void ISetRunner.DeleteClaims(int ordinal, IReadOnlyList<string> claims) => InBackground(() =>
    {
        foreach (string claim in claims)
        {
            Context.Say($"claim {claim} is deleted");
            Context.Volumes.DeleteClaim(Namespace, claim);
        }

        Loop.Post(() =>
        {
            _controller.ClaimsGone(ordinal);
            Signal();
        });
        return Task.CompletedTask;
    });

    private Task ApplyAsync(StatefulSetInfo set, TemplateChange template) => Loop.DoAsync(() =>
    {
        StatefulSetInfo before = Set;
        Set = set.Namespace is null ? set.In(before.Namespace!) : set;
        try
        {
            // Before any member is stopped, since those that are stopped ask.
            Publish(isDeleted: false);
            _controller.Apply(Set, template);
        }
        catch (LocalClusterException)
        {
            Set = before;
            Publish(isDeleted: false);
            throw;
        }

        lock (Gate)
        {
            App = _templates[_controller.State.UpdateTemplate];
        }

        Signal();
        return true;
    });

    /// <summary>Tells members what the set is now, as the API server would.</summary>
    private void Publish(bool isDeleted) => Context.Volumes.WriteSet(Namespace, Name, SetText.Of(Set, Namespace, isDeleted));

    private LocalMember Member(int ordinal)
    {
        lock (Gate)
        {
            if (!_members.TryGetValue(ordinal, out LocalMember? member))
            {
                string name = KubernetesNames.Pod(Name, ordinal);
                member = new LocalMember(this, ordinal, new LocalLog(name, Context.Options.Output), Context.Network.Block.Of(KeyOf(name)));
                _members[ordinal] = member;
            }

            return member;
        }
    }

    /// <inheritdoc/>
    private protected override IReadOnlyList<LocalReplica> Known() => Members;

    /// <inheritdoc/>
    private protected override void Observe(string pod, bool isAvailable) => _controller.Observe(OrdinalOf(pod), isAvailable);

    /// <inheritdoc/>
    private protected override void Gone(string pod) => _controller.Gone(OrdinalOf(pod));

    private Endpoint EndpointOf(LocalApp app, int ordinal)
    {
        string pod = KubernetesNames.Pod(Name, ordinal);
        return EndpointOf(
            app,
            pod,
            Set.ServiceName,
            [
                new(KubernetesLabels.PodIndex, ordinal.ToString(CultureInfo.InvariantCulture)),
                new(KubernetesLabels.PodName, pod),
            ]);
    }

    private int OrdinalOf(string pod) => KubernetesNames.TryParsePod(pod, Name, out int ordinal)
        ? ordinal
        : throw new ArgumentException($"\"{pod}\" is not the name of a replica of \"{Name}\".", nameof(pod));

    private string NotNoticed(ImmutableArray<int> ordinals) =>
        $"something to happen to the set: its controller has not noticed that the claims of {Names(ordinals)} are gone, as in a cluster ({nameof(TouchAsync)})";

    private string Names(ImmutableArray<int> ordinals) => string.Join(", ", ordinals.Select(ordinal => KubernetesNames.Pod(Name, ordinal)));
}
