using Holdfast.Tool.Hosting;
using Spectre.Console;

namespace Holdfast.Tool.Formats;

/// <summary>Spectre.Console over a host: what the output is decides about colours, and redirected output is as wide as it needs to be.</summary>
internal static class Terminal
{
    /// <summary>The width of output that no terminal shows.</summary>
    private const int Redirected = 200;

    public static IAnsiConsole Of(ToolHost host)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.HasColors ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = host.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(host.Output),
        });
        console.Profile.Width = host.HasColors ? host.Width : Redirected;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
