using Holdfast.Samples.Ledger;

IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(args);

builder.AddStatefulApp<Ledger, Projects.Ledger>();

await builder.Build().RunAsync();
