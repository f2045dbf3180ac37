using System.Net;
using System.Text.Json;
using DotNext.Net.Cluster;
using DotNext.Net.Cluster.Consensus.Raft;
using DotNext.Net.Cluster.Consensus.Raft.Membership;
using DotNext.Net.Cluster.Consensus.Raft.StateMachine;

namespace Holdfast.Samples.Ledger;

/// <summary>This process as a member of the Raft cluster; started before clients are served and stopped after them.</summary>
internal sealed class RaftMember(MemberAddresses addresses, ILoggerFactory loggers) : IHostedLifecycleService, IAsyncDisposable
{
    private static readonly TimeSpan HandOverTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private LedgerState? _state;
    private WriteAheadLog? _log;
    private RaftCluster? _cluster;
    private volatile bool _leaving;

    /// <summary>Whether this member knows of a leader that a majority follows, and is not about to leave.</summary>
    public bool IsReady => !_leaving && Leader is not null && !Cluster.ConsensusToken.IsCancellationRequested;

    /// <summary>The leader as far as this member knows.</summary>
    public Pod? Leader => addresses.Find(Cluster.Leader?.EndPoint);

    public bool IsLeader => !Cluster.LeadershipToken.IsCancellationRequested;

    /// <summary>What has been applied here.</summary>
    public LedgerState State => _state ?? throw NotStarted();

    private RaftCluster Cluster => _cluster ?? throw NotStarted();

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(addresses.DataFolder);
        _state = new LedgerState(folder.CreateSubdirectory("snapshots"));
        await _state.RestoreAsync(cancellationToken).ConfigureAwait(false);

        // The log has a checkpoint at every commit: what is committed is flushed at once, not some time later. No one waits for
        // that with FlushAsync: it takes one caller at a time, and fails or ends the process when several clients write.
        _log = new WriteAheadLog(new WriteAheadLog.Options { Location = folder.CreateSubdirectory("log").FullName }, _state);

        var configuration = new RaftCluster.TcpConfiguration(addresses.RaftListener)
        {
            PublicEndPoint = addresses.Self,
            // Every member starts with the same list, that of the declaration, so none of them has to be first.
            ColdStart = false,
            ConfigurationStorage = null,
            LowerElectionTimeout = 1500,
            UpperElectionTimeout = 3000,
            RequestTimeout = TimeSpan.FromSeconds(1),
            LoggerFactory = loggers,
        };
        var members = ((InMemoryClusterConfigurationStorage<EndPoint>)configuration.ConfigurationStorage!).CreateInitialConfigurationBuilder();
        members.UnionWith(addresses.Members);
        members.Build();

        _cluster = new RaftCluster(configuration) { AuditTrail = _log };
        await _cluster.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes an entry: when this returns, it is committed by a majority and applied here.</summary>
    /// <returns>The entry of this id, which is an earlier one where there was one.</returns>
    /// <exception cref="NotLeaderException">This member is not the leader, or no longer.</exception>
    public async Task<Entry> WriteAsync(Entry entry, CancellationToken token)
    {
        await Cluster.ReplicateAsync(JsonSerializer.SerializeToUtf8Bytes(entry), token: token).ConfigureAwait(false);

        // What was applied says what was committed: another leader may have put its own entry at the same place.
        return State.Entries.GetValueOrDefault(entry.Id) ?? throw new NotLeaderException();
    }

    /// <summary>Waits until this member has applied all that was committed before the call, so that a read afterwards is linearizable.</summary>
    public ValueTask CatchUpAsync(CancellationToken token) => Cluster.ApplyReadBarrierAsync(ReadBarrierType.Strong, token);

    /// <summary>Before clients are turned away: the leader lets another one lead, so that writes go on elsewhere meanwhile.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _leaving = true;
        if (_cluster is not { } cluster)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(HandOverTime);
        try
        {
            bool handOver = IsLeader;
            do
            {
                if (IsLeader)
                {
                    await ((ICluster)cluster).ResignAsync(limit.Token).ConfigureAwait(false);
                }

                // It could be elected again while clients finish; who stands by is not. A leader that did so would not hand over.
                if (!IsLeader)
                {
                    await cluster.EnableStandbyModeAsync(limit.Token).ConfigureAwait(false);
                }

                await Task.Delay(Pause, limit.Token).ConfigureAwait(false);
            }
            while (handOver && cluster.Leader is not { IsRemote: true });
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // No other member is there to lead. The others elect one when they are.
        }
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_cluster is { } cluster)
        {
            await cluster.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync().ConfigureAwait(false);
        }

        if (_log is not null)
        {
            await _log.DisposeAsync().ConfigureAwait(false);
        }

        if (_state is not null)
        {
            await _state.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static InvalidOperationException NotStarted() => new("This member has not been started.");
}
