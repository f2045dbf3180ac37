using Holdfast.Tests.Shared;
using Holdfast.Tools.Pictures;

// Draws the pictures of the README: dotnet run --project tools/Pictures
foreach ((string path, string svg) in await Picture.AllAsync())
{
    string file = Path.Combine(RepositoryPaths.Root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    await File.WriteAllTextAsync(file, svg);
    Console.WriteLine(path);
}
