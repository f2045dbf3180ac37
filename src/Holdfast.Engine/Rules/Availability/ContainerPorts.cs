using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Rules.Availability;

/// <summary>The ports that a container declares.</summary>
internal static class ContainerPorts
{
    /// <summary>Whether it has a port of a name; null where that is not known.</summary>
    public static bool? HasName(MappingNode container, string name) => Has(container, "name", port => port.Is(name), isNeeded: false);

    /// <summary>Whether it has a port of a number; null where that is not known.</summary>
    public static bool? HasNumber(MappingNode container, long number) =>
        Has(container, "containerPort", port => port.TryGetInteger(out long own) && own == number, isNeeded: true);

    private static bool? Has(MappingNode container, string field, Func<ManifestNode, bool> isIt, bool isNeeded)
    {
        if (container["ports"] is null)
        {
            return false;
        }

        if (container["ports"] is not SequenceNode ports)
        {
            return null;
        }

        bool isKnown = true;
        foreach (ManifestNode port in ports.Items)
        {
            ManifestNode? value = port.At(field);
            if (value is not null && isIt(value))
            {
                return true;
            }

            isKnown &= port is MappingNode && (value is ScalarNode || (value is null && !isNeeded));
        }

        return isKnown ? false : null;
    }
}
