using System.Globalization;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>What the first pass of a process over all manifests took, beside what the process had before.</summary>
/// <param name="Wall">Milliseconds of the clock.</param>
/// <param name="Cpu">Milliseconds of processor time, those of the just-in-time compiler included.</param>
/// <param name="Jit">Milliseconds of the just-in-time compiler, on all threads.</param>
/// <param name="Allocated">Megabytes that were allocated.</param>
/// <param name="Peak">Megabytes by which the process's memory grew at the most.</param>
/// <param name="Kept">Megabytes that are kept for the next pass.</param>
internal sealed record FirstPass(double Wall, double Cpu, double Jit, double Allocated, double Peak, double Kept)
{
    public static FirstPass Parse(string text)
    {
        double[] numbers = [.. text.Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new FirstPass(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    public static double Megabytes(long bytes) => bytes / (1024.0 * 1024.0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Wall:F0} {Cpu:F0} {Jit:F0} {Allocated:F1} {Peak:F1} {Kept:F1}");
}
