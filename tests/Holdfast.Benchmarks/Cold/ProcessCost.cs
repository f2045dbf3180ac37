namespace Holdfast.Benchmarks.Cold;

/// <summary>What one process took.</summary>
/// <param name="Wall">Milliseconds of the clock.</param>
/// <param name="Processor">Milliseconds of processor time; 0 where the system does not say it.</param>
/// <param name="Peak">Megabytes of memory at the peak.</param>
internal readonly record struct ProcessCost(double Wall, double Processor, double Peak);
