using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks.Plain;

/// <summary>What the rounds of one workload took.</summary>
/// <param name="Workload">What was done.</param>
/// <param name="Median">Milliseconds of the clock, in the middle.</param>
/// <param name="Least">Milliseconds of the clock, at the least.</param>
/// <param name="Cpu">Milliseconds of processor time at the least: what is left of the clock on a machine that is busy otherwise.</param>
/// <param name="Megabytes">What was allocated, at the least.</param>
internal sealed record Measurement(Workload Workload, double Median, double Least, double Cpu, double Megabytes);
