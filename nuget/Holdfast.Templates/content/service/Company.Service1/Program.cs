using Company.Service1;
using Holdfast;
using Holdfast.Discovery;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

builder.AddHoldfast<DemoApp>(options =>
{
    // On a developer's machine this process plays the first replica. The setting is ignored inside a cluster.
    options.Identity = new PodIdentityOptions { DevelopmentOrdinal = 0 };

    // Absolute names need the namespace, which the manifest sets.
    options.Discovery.AbsoluteNames = !builder.Environment.IsDevelopment();
});
builder.Services.AddSingleton(services => new StartCount(
    builder.Configuration["DataDirectory"] ?? services.GetRequiredService<PodIdentity>().PathOf(DemoApp.Data)));

WebApplication app = builder.Build();

// Counted before the first request comes.
app.Services.GetRequiredService<StartCount>();

app.MapGet("/", (PodIdentity self, StartCount starts) => new { self.Name, self.Ordinal, Starts = starts.Value });

app.MapGet("/peers", async (IPeerDirectory<DemoApp> directory, CancellationToken aborted) =>
{
    try
    {
        PeerSnapshot now = await directory.ResolveAsync(cancellationToken: aborted);
        return Results.Ok(new { Found = now.Replicas.Select(peer => peer.HostName), Missing = now.Missing.Select(pod => pod.Name) });
    }
    catch (DiscoveryException e)
    {
        return Results.Text(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
});

// A restart does not help a process that runs, so liveness asks for no more than an answer. Readiness leaves out the check of
// the other replicas: they start one after the other, and the first is ready before the second exists.
app.MapHealthChecks(Routes.Live, new HealthCheckOptions { Predicate = _ => false });
app.MapHealthChecks(Routes.Ready, new HealthCheckOptions { Predicate = check => !check.Tags.Contains("holdfast") });
app.MapHealthChecks("/health");

app.Run();
