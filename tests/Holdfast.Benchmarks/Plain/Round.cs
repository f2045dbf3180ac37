namespace Holdfast.Benchmarks.Plain;

/// <summary>What one workload took in one round; of several runs the least.</summary>
/// <param name="Wall">Milliseconds of the clock.</param>
/// <param name="Cpu">Milliseconds of processor time: what is left of the clock on a machine that is busy otherwise.</param>
/// <param name="Megabytes">What was allocated.</param>
/// <param name="Own">Milliseconds of processor time in the code of our analyzers; 0 where none ran.</param>
internal sealed record Round(double Wall, double Cpu, double Megabytes, double Own);
