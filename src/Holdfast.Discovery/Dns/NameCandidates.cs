using Holdfast.WellKnown;

namespace Holdfast.Discovery.Dns;

/// <summary>The absolute names that a name may stand for.</summary>
internal sealed class NameCandidates(DiscoveryOptions options, IPodEnvironment environment)
{
    /// <summary>The name itself alone, or first with each entry of the search path.</summary>
    public IEnumerable<string> Of(string name) =>
        options.AbsoluteNames
            ? [name]
            : ResolverConfiguration.SearchPath(environment.ReadFile(PodFiles.ResolverConfiguration) ?? "")
                .Select(entry => entry.Trim('.'))
                .Where(entry => entry.Length > 0)
                .Select(entry => name + "." + entry)
                .Append(name);
}
