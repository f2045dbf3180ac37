using System.Text;

namespace Holdfast.Tool.Hosting;

/// <summary>What a run of the command sees of its process: streams, folder and terminal. A test hands over others.</summary>
internal sealed class ToolHost : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard input, opened where <c>-</c> asks for it.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output. Its lines end with <c>\n</c> everywhere.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The working folder: relative paths begin there, and paths in reports are relative to it.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether the output may have colours: a terminal that is not asked to be without (<c>NO_COLOR</c>).</summary>
    public bool HasColors { get; init; }

    /// <summary>Whether standard error is a terminal, so that a line there can be written over.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The width of the terminal, in characters.</summary>
    public int Width { get; init; } = 120;

    /// <summary>That of the running process.</summary>
    public static ToolHost OfProcess() => new()
    {
        OpenInput = Console.OpenStandardInput,
        Output = Writer(Console.OpenStandardOutput()),
        Error = Writer(Console.OpenStandardError()),
        Directory = Environment.CurrentDirectory,
        HasColors = !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb",
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = TerminalWidth(),
    };

    /// <summary>The same with another output, without colours: what a report is written to where the output is for something else.</summary>
    public ToolHost WithOutput(TextWriter output) => new()
    {
        OpenInput = OpenInput,
        Output = output,
        Error = Error,
        Directory = Directory,
        ErrorIsTerminal = ErrorIsTerminal,
        Width = Width,
    };

    public void Dispose()
    {
        try
        {
            Output.Flush();
            Error.Flush();
        }
        catch (IOException)
        {
            // What reads the output may have read enough, as head does.
        }
    }

    private static StreamWriter Writer(Stream stream) => new(stream, Utf8, bufferSize: 4096) { NewLine = "\n" };

    private static int TerminalWidth()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 120 : Console.WindowWidth;
        }
        catch (IOException)
        {
            return 120;
        }
    }
}
