using Holdfast.Samples.Catalog;

// One image for all three: the manifests say by an argument what a pod does.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
var file = new CatalogFile(builder.Configuration["DATA"] ?? Catalog.Data.MountPath!);
switch (args.FirstOrDefault())
{
    case "migrate":
        file.Migrate();
        return;
    case "backup":
        file.CopyTo(builder.Configuration["COPIES"] ?? CatalogBackup.Copies.MountPath!, DateOnly.FromDateTime(DateTime.UtcNow));
        return;
}

// The web server starts when the migration of this version has succeeded.
builder.AddHoldfastStart();
await using WebApplication app = builder.Build();
app.MapGet(Routes.Items, () => file.Read());
app.MapGet(Routes.Health, () => Results.Ok());
await app.RunAsync();
