namespace Holdfast.Samples.Handover;

/// <summary>The items of this member: one file each, in the folder of its claim.</summary>
internal sealed class ItemStore(PodIdentity self)
{
    private readonly string _folder = self.PathOf(Shelf.Data);

    /// <summary>The names of the items.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(_folder, "*.item").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    /// <summary>Whether a name can be one of an item.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 100 && name.All(char.IsAsciiLetterOrDigit);

    public Task<string> ReadAsync(string name, CancellationToken cancellationToken) => File.ReadAllTextAsync(PathOf(name), cancellationToken);

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Keeps an item: it is there whole, or not at all.</summary>
    public async Task WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        string next = PathOf(name) + "." + Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(next, text, cancellationToken);
        File.Move(next, PathOf(name), overwrite: true);
    }

    public void Remove(string name) => File.Delete(PathOf(name));

    private string PathOf(string name) => Path.Combine(_folder, name + ".item");
}
