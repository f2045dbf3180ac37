namespace Company.Service1;

/// <summary>Counts how often this replica has started. Replace it with the state of your service.</summary>
internal sealed class StartCount
{
    public StartCount(string directory)
    {
        Directory.CreateDirectory(directory);
        string file = Path.Combine(directory, "starts");
        Value = (File.Exists(file) ? int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture) : 0) + 1;

        // Written beside it and renamed, so that a crash leaves the old count or the new one.
        string next = file + ".next";
        File.WriteAllText(next, Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        File.Move(next, file, overwrite: true);
    }

    public int Value { get; }
}
