using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Holdfast.Tests.Shared;

namespace Holdfast.Tests.Scaling.Recordings;

/// <summary>A scenario that was run on a real control plane: what was changed, in what order, and what the controller did.</summary>
internal sealed record Recording(string Id, string Title, ImmutableArray<RecordedGroup> Groups)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The folder of recordings beside the repository; absent on most machines.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryPaths.Shared, "controller-runs");

    /// <summary>The file that it is from, without its endings.</summary>
    public string File { get; private init; } = "";

    /// <summary>Whether it ran with the feature gate MaxUnavailableStatefulSet on.</summary>
    public bool HasGate => File == "gate";

    /// <summary>What the title alone says about <c>maxUnavailable</c>.</summary>
    public int MaxUnavailable => Title.Contains("maxUnavailable 2", StringComparison.Ordinal) ? 2 : 0;

    public static IEnumerable<Recording> ReadAll() =>
        Directory.GetFiles(Folder, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<Recording> Read(string path)
    {
        using var lines = new StreamReader(new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            Recording recording = JsonSerializer.Deserialize<Recording>(line, Options)!;
            yield return recording with { File = Path.GetFileName(path)[..^".jsonl.gz".Length] };
        }
    }
}

/// <summary>One change, and the help that followed.</summary>
internal sealed record RecordedGroup(
    string Kind,
    RecordedSet Before,
    RecordedSet After,
    ImmutableDictionary<string, string> Members,
    string Template,
    bool Recreate,
    bool Chain,
    string? Note,
    ImmutableArray<RecordedPhase> Phases);

/// <summary>The set before or after a change.</summary>
internal sealed record RecordedSet(
    string Name,
    string Policy,
    ImmutableArray<string> Claims,
    int Replicas,
    int Start,
    string WhenDeleted,
    string WhenScaled,
    string Strategy,
    int Partition,
    int MinReady)
{
    public StatefulSetInfo ToSet(int maxUnavailable) => new(Name)
    {
        PodManagementPolicy = Enum.Parse<PodManagementPolicy>(Policy),
        ClaimTemplates = [.. Claims],
        OrdinalStart = Start,
        Replicas = Replicas,
        ClaimsWhenDeleted = Enum.Parse<ClaimRetention>(WhenDeleted),
        ClaimsWhenScaled = Enum.Parse<ClaimRetention>(WhenScaled),
        UpdateStrategy = Enum.Parse<UpdateStrategy>(Strategy),
        UpdatePartition = Partition,
        MinReadySeconds = MinReady,
        UpdateMaxUnavailable = maxUnavailable,
    };
}

/// <summary>What followed from one change, or from one thing that was done by hand.</summary>
internal sealed record RecordedPhase(
    string Act, ImmutableArray<string> ReadyAtStart, bool Converged, string? Rev, ImmutableArray<RecordedEvent> Events, RecordedState After);

/// <summary>One event of a watch.</summary>
internal sealed record RecordedEvent(string Op, string Kind, string Name, bool Own, string? Rev, double T)
{
    public bool IsPod => Kind == "Pod";

    public int Ordinal => int.Parse(Name[(Name.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Pods and claims at the end of a phase.</summary>
internal sealed record RecordedState(
    ImmutableArray<string> Pods, ImmutableArray<string> Claims, ImmutableDictionary<string, string> Revs, ImmutableArray<string> Ready);
