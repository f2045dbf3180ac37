using System.Globalization;

namespace Holdfast.Tools.BuildCost;

/// <summary>All that was measured.</summary>
internal sealed class Results
{
    private readonly Dictionary<(Scenario Scenario, bool With), List<Cost>> _costs = [];

    public void Add(Scenario scenario, bool with, Cost cost)
    {
        if (!_costs.TryGetValue((scenario, with), out List<Cost>? costs))
        {
            _costs.Add((scenario, with), costs = []);
        }

        costs.Add(cost);
    }

    public void Write(TextWriter output)
    {
        output.WriteLine("| | without | with | more | more, % | least without | least with |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (Scenario scenario in Enum.GetValues<Scenario>())
        {
            Row(output, scenario + ", elapsed", scenario, static cost => cost.Elapsed);
            Row(output, scenario + ", processor", scenario, static cost => cost.Processor);
        }
    }

    private void Row(TextWriter output, string name, Scenario scenario, Func<Cost, double> value)
    {
        double[] without = Sorted(scenario, with: false, value);
        double[] with = Sorted(scenario, with: true, value);
        double more = Median(with) - Median(without);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median(without):F0} | {Median(with):F0} | {more:F0} | {more / Median(without) * 100:F1} | {without[0]:F0} | {with[0]:F0} |"));
    }

    private double[] Sorted(Scenario scenario, bool with, Func<Cost, double> value) => [.. _costs[(scenario, with)].Select(value).Order()];

    private static double Median(double[] sorted) => (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
}
