using System.Globalization;
using Holdfast.Samples.Ledger.FailOver;

// How often leaders are killed; left out, twice.
int kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2;
return await Demonstration.RunAsync(kills, Console.Out);
