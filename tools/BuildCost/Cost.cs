namespace Holdfast.Tools.BuildCost;

/// <summary>What one build took.</summary>
/// <param name="Elapsed">On the clock, in milliseconds.</param>
/// <param name="Processor">Of the processors by all of its processes, in milliseconds; 0 where the system does not say it.</param>
internal readonly record struct Cost(double Elapsed, double Processor);
