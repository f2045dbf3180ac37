using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>
/// Security contexts. A pod without one is declared without one, and a patch takes away what Holdfast gives to every pod, so that
/// removing those lines is all it takes to have it.
/// </summary>
internal static class SecurityImport
{
    private static readonly SecurityContextDeclaration None = new(default, default, default, default, default, default, default, default);

    /// <summary>That of the pod and of the application's own container.</summary>
    public static SecurityContextDeclaration? OfApp(ManifestNode? pod, ManifestNode? container)
    {
        if (pod is not MappingNode && container is not MappingNode)
        {
            return null;
        }

        Declared<long> user = Said.Long(pod.At("runAsUser"));
        Declared<long> group = Said.Long(pod.At("runAsGroup"));
        Declared<long> volumes = Said.Long(pod.At("fsGroup"));
        SecurityContextDeclaration declared = Container(container) with
        {
            RunAsUser = user,
            RunAsGroup = group.Equals(user) ? default : group,
            FsGroup = volumes.Equals(user) ? default : volumes,
            AllowRoot = pod.At("runAsNonRoot").IsTrue() && user.State == DeclaredState.Known ? default : Said.Of(true),
        };
        return declared == None ? null : declared;
    }

    /// <summary>What arguments say as it is, without what Holdfast gives to every pod.</summary>
    public static EquatableArray<FieldValue> Fields(FieldPlace place, MappingNode node) => FieldValues.Take("SecurityContext", place, node)
        .Where(value => !(value.Argument.Name == "DropCapabilities" && value.Value is SequenceNode { Items.Count: 1 } drop && drop.Items[0].Is("ALL")))
        .Where(value => !(place == FieldPlace.OwnPod && value.Argument.Name == "SeccompProfile" && value.Value.Is("RuntimeDefault")))
        .ToEquatableArray();

    public static SecurityContextDeclaration? OfContainer(ManifestNode? container, bool isFurther)
    {
        if (!isFurther || container is not MappingNode)
        {
            return null;
        }

        SecurityContextDeclaration declared = Container(container) with
        {
            RunAsUser = Said.Long(container.At("runAsUser")),
            RunAsGroup = Said.Long(container.At("runAsGroup")),
            AllowRoot = container.At("runAsNonRoot") is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" } ? Said.Of(true) : default,
        };
        return declared == None ? null : declared;
    }

    private static SecurityContextDeclaration Container(ManifestNode? container) => None with
    {
        ReadOnlyRootFilesystem = Said.True(container.At("readOnlyRootFilesystem")),
        AddCapabilities = Said.Texts(container.At("capabilities", "add")),
        AllowPrivilegeEscalation = Said.True(container.At("allowPrivilegeEscalation")),
        Privileged = Said.True(container.At("privileged")),
    };
}
