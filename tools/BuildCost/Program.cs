using Holdfast.Tools.BuildCost;

// What the package costs in "dotnet build": the same ten types with it and without it, built in turns.
//
//   dotnet run --project tools/BuildCost                     each build starts its own compiler
//   dotnet run --project tools/BuildCost -- --new-server     each build starts a compiler server, as in CI where nothing is set
//   dotnet run --project tools/BuildCost -- --server         one compiler server for all, as on a developer's machine
//   dotnet run --project tools/BuildCost -- 15               15 rounds in the place of 7
//
// docs/build-cost.md has the figures and what they are made of.
CompilerUse use = args.Contains("--server") ? CompilerUse.OneServer : args.Contains("--new-server") ? CompilerUse.NewServer : CompilerUse.OwnProcess;
int rounds = args.Select(static argument => int.TryParse(argument, out int number) ? number : 0).DefaultIfEmpty().Max() is > 0 and var asked ? asked : 7;

DirectoryInfo root = Directory.CreateTempSubdirectory("holdfast cost ");
using var compiler = new CompilerServer(use, root.FullName);
try
{
    string version = Package.Pack(Path.Combine(root.FullName, "feed"));
    var without = new MeasuredProject(root.FullName, "Without", null, compiler);
    var with = new MeasuredProject(root.FullName, "With", version, compiler);
    foreach (MeasuredProject project in new[] { without, with })
    {
        project.Restore();
        project.Build();

        // A server that is asked more often runs better code; the first builds are what the other modes measure.
        for (int build = 0; use == CompilerUse.OneServer && build < 5; build++)
        {
            project.Measure(Scenario.Clean, build);
        }
    }

    var results = new Results();
    for (int round = 0; round < rounds; round++)
    {
        foreach (Scenario scenario in Enum.GetValues<Scenario>())
        {
            // In turns, and each is first as often as second, so that what else the machine does hits both.
            MeasuredProject[] order = (round + (int)scenario) % 2 == 0 ? [without, with] : [with, without];
            foreach (MeasuredProject project in order)
            {
                results.Add(scenario, project == with, project.Measure(scenario, round));
            }
        }
    }

    Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {rounds} rounds, {use switch { CompilerUse.OneServer => "one compiler server", CompilerUse.NewServer => "a compiler server for each build", _ => "a compiler for each build" }}; medians in ms");
    results.Write(Console.Out);
}
finally
{
    compiler.Dispose();
    root.Delete(recursive: true);
}
