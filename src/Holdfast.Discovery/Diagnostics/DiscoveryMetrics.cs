using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Holdfast.Discovery;

/// <summary>What is measured. The names of sets and outcomes are all that tells measurements apart, so there are few.</summary>
internal sealed class DiscoveryMetrics
{
    public const string Found = "found";
    public const string Missing = "missing";
    public const string Incomplete = "incomplete";
    public const string Failed = "failed";

    public const string SetTag = "k8s.statefulset.name";
    public const string OutcomeTag = "holdfast.outcome";
    public const string MethodTag = "holdfast.method";

    private readonly Histogram<double> _lookups;
    private readonly Counter<long> _queries;
    private readonly Gauge<int> _replicas;
    private readonly Counter<long> _changes;

    public DiscoveryMetrics(IMeterFactory? factory)
    {
        Meter meter = factory?.Create(HoldfastTelemetry.MeterName) ?? new Meter(HoldfastTelemetry.MeterName);
        _lookups = meter.CreateHistogram<double>("holdfast.discovery.lookup.duration", "s", "Duration of one look-up of a set's replicas.");
        _queries = meter.CreateCounter<long>("holdfast.discovery.queries", "{query}", "DNS queries sent.");
        _replicas = meter.CreateGauge<int>("holdfast.discovery.replicas", "{replica}", "Replicas found by the last look-up.");
        _changes = meter.CreateCounter<long>("holdfast.discovery.changes", "{change}", "Changes reported by watches.");
    }

    public static ActivitySource Activities { get; } = new(HoldfastTelemetry.ActivitySourceName);

    public void Query(string set, string outcome) => _queries.Add(1, Tag(SetTag, set), Tag(OutcomeTag, outcome));

    public void Lookup(string set, string method, string outcome, TimeSpan duration) =>
        _lookups.Record(duration.TotalSeconds, Tag(SetTag, set), Tag(MethodTag, method), Tag(OutcomeTag, outcome));

    public void Replicas(string set, int replicas) => _replicas.Record(replicas, Tag(SetTag, set));

    public void Change(string set) => _changes.Add(1, Tag(SetTag, set));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
