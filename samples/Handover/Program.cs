using Holdfast.Samples.Handover;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.AddHoldfast<Shelf>();
builder.Services.AddSingleton<ItemStore>();
builder.Services.AddSingleton<Mover>();

// Runs when this member is stopped and its set no longer has it; a restart does not run it. The server still answers meanwhile.
builder.OnLeaving<Shelf>(static (services, departure, token) => services.GetRequiredService<Mover>().MoveAsync(departure, token));

WebApplication app = builder.Build();
app.MapGet("/healthz", static () => "ok");
app.MapGet("/items", static (ItemStore items) => items.Names);
app.MapGet("/items/{name}", static async (string name, ItemStore items, CancellationToken cancelled) =>
    ItemStore.IsName(name) && items.Has(name) ? Results.Text(await items.ReadAsync(name, cancelled)) : Results.NotFound());
app.MapPut("/items/{name}", static async (string name, HttpRequest request, ItemStore items, CancellationToken cancelled) =>
{
    if (!ItemStore.IsName(name))
    {
        return Results.BadRequest("A name has letters and digits only.");
    }

    using var reader = new StreamReader(request.Body);
    await items.WriteAsync(name, await reader.ReadToEndAsync(cancelled), cancelled);
    return Results.NoContent();
});
await app.RunAsync();
