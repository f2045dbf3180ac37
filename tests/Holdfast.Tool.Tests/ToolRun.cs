using System.Text;
using Holdfast.Tool.Commands;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Tests;

/// <summary>A run of the command in this process, in a folder with files; as a script sees it.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private string _input = string.Empty;

    /// <summary>The working folder.</summary>
    public string Folder { get; init; } = Directory.CreateTempSubdirectory("holdfast-tool-").FullName;

    /// <summary>Whether the folder is that of another run.</summary>
    public bool KeepsFolder { get; init; }

    /// <summary>Whether standard output is a terminal with colours.</summary>
    public bool HasColors { get; init; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>Writes a file below the folder.</summary>
    public ToolRun File(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return this;
    }

    /// <summary>What comes from standard input.</summary>
    public ToolRun Input(string text)
    {
        _input = text;
        return this;
    }

    /// <returns>The exit code.</returns>
    public int Run(params string[] arguments)
    {
        using var host = new ToolHost
        {
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(_input)),
            Output = _output,
            Error = _error,
            Directory = Folder,
            HasColors = HasColors,
        };
        return HoldfastCommand.Run(arguments, host);
    }

    public void Dispose()
    {
        if (!KeepsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
