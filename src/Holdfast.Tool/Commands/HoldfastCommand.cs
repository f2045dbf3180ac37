using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Commands;

/// <summary>The command <c>holdfast</c> with all its parts.</summary>
internal static class HoldfastCommand
{
    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] arguments, ToolHost host)
    {
        ParseResult result = Create(host).Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (ParseError error in result.Errors)
            {
                host.Error.WriteLine($"holdfast: {error.Message}");
            }

            host.Error.WriteLine("holdfast --help lists commands and options.");
            return ExitCodes.BadInput;
        }

        try
        {
            return result.Invoke(new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is InputException or IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"holdfast: {exception.Message}");
            return ExitCodes.BadInput;
        }
    }

    private static RootCommand Create(ToolHost host)
    {
        var root = new RootCommand("Checks, explains and draws stateful applications on Kubernetes.")
        {
            LintCommand.Create(host),
            ImportCommand.Create(host),
            ExplainCommand.Create(host),
            PlanCommand.Create(host),
            RulesCommand.Create(host),
            GraphCommand.Create(host),
        };
        root.HelpName = "holdfast";
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(host);
        return root;
    }

    /// <summary>The version alone; that of the program that runs is another one in tests.</summary>
    private sealed class VersionAction(ToolHost host) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            host.Output.WriteLine(ToolVersion.Text);
            return ExitCodes.Nothing;
        }
    }
}
