using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Images;

/// <summary>The variables of a container, as far as they are known.</summary>
internal static class ContainerEnvironment
{
    /// <summary>Whether a container sets a variable itself.</summary>
    public static bool Sets(MappingNode container, string? name) =>
        name is not null && container["env"].Mappings().Any(variable => variable["name"].Is(name));

    /// <summary>Whether a container may have variables that are not known: whole objects of them, or a list that is not known.</summary>
    public static bool IsOpen(MappingNode container) =>
        !container["envFrom"].IsAbsent() && container["envFrom"] is not SequenceNode { Items.Count: 0 }
        || container["env"] is UnknownNode
        || (container["env"] is SequenceNode list && list.Items.Any(static item => item is not MappingNode variable || variable["name"] is not ScalarNode));

    /// <summary>The value of the last variable of a name; null where it has none that is known.</summary>
    public static string? ValueOf(MappingNode container, string name) =>
        container["env"].Mappings().LastOrDefault(variable => variable["name"].Is(name))?["value"].TryGetString(out string? value) == true ? value : null;
}
