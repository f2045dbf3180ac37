using System.Runtime.CompilerServices;
using Holdfast.Tools.FieldTable;

// Refreshes the table of Kubernetes' fields that the analyzers check patches with.
string path = Path.GetFullPath(Path.Combine(Folder(), "../../src/Holdfast.Engine/Model/Fields/FieldTable.txt"));
File.WriteAllText(path, TableText.Write());
Console.WriteLine(path);

static string Folder([CallerFilePath] string? thisFile = null) =>
    Path.GetDirectoryName(File.Exists(thisFile) ? thisFile : Path.Combine(Environment.CurrentDirectory, "tools/FieldTable/Program.cs"))!;
