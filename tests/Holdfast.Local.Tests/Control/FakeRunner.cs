using Holdfast.Local.Control;

namespace Holdfast.Local.Tests.Control;

/// <summary>
/// Pods without processes. Time passes as plans let it: only when the controller waits for something, or has nothing else to do.
/// </summary>
internal sealed class FakeRunner : ISetRunner
{
    private readonly SortedSet<int> _starting = [];
    private readonly SortedSet<int> _ready = [];
    private readonly SortedSet<int> _ending = [];
    private readonly SortedDictionary<int, IReadOnlyList<string>> _dying = [];

    /// <summary>What the controller has had done, one act after the other.</summary>
    public List<string> Acts { get; } = [];

    public SetController? Controller { get; set; }

    /// <summary>Ordinals whose next pod does not become Ready.</summary>
    public HashSet<int> NeverReady { get; } = [];

    /// <summary>Pods that do not become Ready.</summary>
    public HashSet<int> Unready { get; } = [];

    /// <summary>Templates whose pods do not become Ready.</summary>
    public HashSet<int> Broken { get; } = [];

    public void Start(Pod pod, int template, IReadOnlyList<(string Claim, bool IsNew)> claims)
    {
        Assert.True(_starting.Add(pod.Ordinal), $"{pod} is started twice");
        Assert.DoesNotContain(pod.Ordinal, _ready);
        Assert.DoesNotContain(pod.Ordinal, _ending);
        Unready.Remove(pod.Ordinal);
        if (NeverReady.Remove(pod.Ordinal) || Broken.Contains(template))
        {
            Unready.Add(pod.Ordinal);
        }

        Acts.Add($"+{pod.Ordinal}@{template}");
        Acts.AddRange(claims.Select(claim => $"{(claim.IsNew ? "new" : "old")} {claim.Claim}"));
    }

    public void Stop(Pod pod)
    {
        Assert.True(_starting.Remove(pod.Ordinal) | _ready.Remove(pod.Ordinal), $"{pod} is stopped and does not run");
        _ending.Add(pod.Ordinal);
        Acts.Add($"-{pod.Ordinal}");
    }

    public void CreateClaims(IReadOnlyList<string> claims) => Acts.AddRange(claims.Select(claim => $"new {claim}"));

    public void DeleteClaims(int ordinal, IReadOnlyList<string> claims)
    {
        Acts.AddRange(claims.Select(claim => $"gone {claim}"));
        _dying[ordinal] = claims;
    }

    /// <summary>A pod is not Ready any more.</summary>
    public void Spoil(int ordinal)
    {
        Unready.Add(ordinal);
        _ready.Remove(ordinal);
        _starting.Add(ordinal);
        Controller!.Observe(ordinal, isAvailable: false);
    }

    /// <summary>Lets time pass until nothing happens by itself.</summary>
    public void RunToEnd()
    {
        while (Next())
        {
        }
    }

    /// <summary>Lets something happen by chance, until nothing happens by itself.</summary>
    public void RunToEnd(Random random)
    {
        while (true)
        {
            List<Action> possible =
            [
                .. _starting.Except(Unready).Select(ordinal => (Action)(() => BecomeReady(ordinal))),
                .. _ending.Select(ordinal => (Action)(() => Go(ordinal))),
                .. _dying.Keys.Select(ordinal => (Action)(() => LoseClaims(ordinal))),
            ];
            if (possible.Count == 0)
            {
                return;
            }

            possible[random.Next(possible.Count)]();
        }
    }

    private bool Next()
    {
        switch (Controller!.Waiting)
        {
            case Move.AwaitGone gone when gone.Ordinals.Any(_ending.Contains):
                gone.Ordinals.Where(_ending.Contains).ToList().ForEach(Go);
                return true;
            case Move.AwaitReady ready when ready.Ordinals.Any(CanBecomeReady):
                ready.Ordinals.Where(CanBecomeReady).ToList().ForEach(BecomeReady);
                return true;
        }

        int[] starting = [.. _starting.Where(CanBecomeReady)];
        int[] ending = [.. _ending];
        int[] dying = ending.Length == 0 ? [.. _dying.Keys] : [];
        foreach (int ordinal in dying)
        {
            LoseClaims(ordinal);
        }

        foreach (int ordinal in starting.Where(CanBecomeReady))
        {
            BecomeReady(ordinal);
        }

        foreach (int ordinal in ending.Where(_ending.Contains))
        {
            Go(ordinal);
        }

        return starting.Length + ending.Length > 0 || (Controller!.IsDeleted && dying.Length > 0);
    }

    private bool CanBecomeReady(int ordinal) => _starting.Contains(ordinal) && !Unready.Contains(ordinal);

    private void BecomeReady(int ordinal)
    {
        _starting.Remove(ordinal);
        _ready.Add(ordinal);
        Controller!.Observe(ordinal, isAvailable: true);
    }

    private void Go(int ordinal)
    {
        _ending.Remove(ordinal);
        Controller!.Gone(ordinal);
    }

    private void LoseClaims(int ordinal)
    {
        _dying.Remove(ordinal);
        Controller!.ClaimsGone(ordinal);
    }
}
