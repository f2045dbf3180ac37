using DotNext.Net.Cluster.Consensus.Raft;

namespace Holdfast.Samples.Ledger;

/// <summary>The process that runs in each pod.</summary>
internal static class Member
{
    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        PodIdentity self = PodIdentity.Current<Ledger>();
        var addresses = new MemberAddresses(self);

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Less than the grace period leaves after the hook before the stop.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton(self);
        builder.Services.AddSingleton(addresses);
        builder.Services.AddSingleton<RaftMember>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RaftMember>());
        builder.WebHost.ConfigureKestrel(options => options.Listen(addresses.HttpListener));

        await using WebApplication app = builder.Build();
        app.MapGet(Routes.Live, () => Results.Ok());
        app.MapGet(Routes.Ready, (RaftMember raft) => Results.StatusCode(raft.IsReady ? 200 : 503));
        app.MapGet(Routes.Status, (RaftMember raft) => new MemberStatus(self.Name, raft.Leader?.Name, raft.State.Entries.Count));
        app.MapPut(Routes.Entries + "/{id}", WriteAsync);
        app.MapGet(Routes.Entries + "/{id}", (string id, bool? local, RaftMember raft, CancellationToken aborted) =>
            ReadAsync(raft, local, state => state.Entries.TryGetValue(id, out Entry? entry) ? Results.Ok(entry) : Results.NotFound(), aborted));
        app.MapGet(Routes.Entries, (bool? local, RaftMember raft, CancellationToken aborted) =>
            ReadAsync(raft, local, state => Results.Ok(state.Entries.Values), aborted));

        await app.RunAsync();
    }

    /// <summary>201 once a majority has it; 307 to the leader; 409 where the id says something else; 503 where it is not known.</summary>
    private static async Task<IResult> WriteAsync(string id, HttpRequest request, RaftMember raft, MemberAddresses addresses, CancellationToken aborted)
    {
        using var body = new StreamReader(request.Body);
        string text = await body.ReadToEndAsync(aborted);
        if (!raft.IsLeader)
        {
            return raft.Leader is { } leader
                ? Results.Redirect(new Uri(addresses.Http(leader), request.Path.ToUriComponent()).AbsoluteUri, preserveMethod: true)
                : NotNow("There is no leader just now.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        limit.CancelAfter(RequestTime);
        try
        {
            Entry written = await raft.WriteAsync(new Entry(id, text), limit.Token);
            return written.Text == text ? Results.Created(request.Path.ToUriComponent(), written) : Results.Conflict(written);
        }
        catch (Exception e) when (e is NotLeaderException or OperationCanceledException)
        {
            return NotNow("Whether it was written is not known. Write it again with the same id.");
        }
    }

    /// <summary>Reads what the cluster has agreed on, or with <c>?local=true</c> what this member has applied, which may be older.</summary>
    private static async Task<IResult> ReadAsync(RaftMember raft, bool? local, Func<LedgerState, IResult> read, CancellationToken aborted)
    {
        if (local != true)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(aborted);
            limit.CancelAfter(RequestTime);
            try
            {
                await raft.CatchUpAsync(limit.Token);
            }
            catch (Exception e) when (e is QuorumUnreachableException or NotLeaderException or OperationCanceledException)
            {
                return NotNow("The members have no leader that could say what is up to date.");
            }
        }

        return read(raft.State);
    }

    private static IResult NotNow(string text) => Results.Text(text, statusCode: StatusCodes.Status503ServiceUnavailable);
}
