namespace Holdfast.Tool.Graphing;

/// <summary>A workload's texts name a Service, or pods of a set.</summary>
/// <param name="From">The workload, by its place in the graph.</param>
/// <param name="Service">The Service; null where the name is one of pods without a known Service.</param>
/// <param name="Workload">The workload; null where the name is that of a Service.</param>
/// <param name="Text">The first name that is written.</param>
internal sealed record GraphTalk(int From, int? Service, int? Workload, string Text);
