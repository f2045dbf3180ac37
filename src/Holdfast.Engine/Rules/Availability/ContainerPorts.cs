using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Rules.Availability;

/// <summary>The ports that a container declares.</summary>
internal static class ContainerPorts
{
    /// <summary>Whether it has a port of a name; null where that is not known.</summary>
    public static bool? HasName(MappingNode container, string name) => Has(container, "name", name, number: 0, isNeeded: false);

    /// <summary>Whether it has a port of a number; null where that is not known.</summary>
    public static bool? HasNumber(MappingNode container, long number) =>
        Has(container, "containerPort", name: null, number, isNeeded: true);

    private static bool? Has(MappingNode container, string field, string? name, long number, bool isNeeded)
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
            if (name is null ? value.TryGetInteger(out long own) && own == number : value.Is(name))
            {
                return true;
            }

            isKnown &= port is MappingNode && (value is ScalarNode || (value is null && !isNeeded));
        }

        return isKnown ? false : null;
    }
}
