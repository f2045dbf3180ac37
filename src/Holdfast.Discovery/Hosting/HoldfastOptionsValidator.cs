using Microsoft.Extensions.Options;

namespace Holdfast.Discovery;

/// <summary>Says all that is wrong with options at once, when the host starts.</summary>
internal sealed class HoldfastOptionsValidator : IValidateOptions<HoldfastOptions>
{
    public ValidateOptionsResult Validate(string? name, HoldfastOptions options)
    {
        List<string> problems = [.. DiscoveryOptionsCheck.Problems(options.Discovery).Select(problem => $"{nameof(options.Discovery)}.{problem}")];
        if (options.RequiredReplicas < 0)
        {
            problems.Add($"{nameof(options.RequiredReplicas)} is {options.RequiredReplicas}; it must be 0 or more.");
        }

        if (options.Identity is null)
        {
            problems.Add($"{nameof(options.Identity)} is null; leave it out for the default.");
        }

        if (options.HealthCheckPort is { } port && port.Workload.Name != name)
        {
            problems.Add($"{nameof(options.HealthCheckPort)} \"{port.Name}\" belongs to \"{port.Workload.Name}\", not to StatefulSet \"{name}\".");
        }

        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => $"Holdfast options of StatefulSet \"{name}\": {problem}"));
    }
}
