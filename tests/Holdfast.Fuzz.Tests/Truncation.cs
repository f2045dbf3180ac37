namespace Holdfast.Fuzz.Tests;

/// <summary>Every source, ended at every position: what an editor has while its end is typed.</summary>
internal static class Truncation
{
    /// <summary>One of so many is analyzed as a build does it, which binds all of the project again.</summary>
    private const int OneInABuild = 10;

    /// <summary>How many there are.</summary>
    public static int Count { get; } = RealSource.All.Sum(static source => source.Text.Length);

    /// <summary>One of so many, spread evenly over all.</summary>
    public static Mutant Of(int index, int cases)
    {
        long position = (long)index * Math.Max(1, Count / Math.Max(1, cases)) % Count;
        foreach (RealSource source in RealSource.All)
        {
            if (position < source.Text.Length)
            {
                return new Mutant(index, source, source.Text[..(int)position]) { IsInEditor = index % OneInABuild != 0 };
            }

            position -= source.Text.Length;
        }

        throw new InvalidOperationException();
    }
}
