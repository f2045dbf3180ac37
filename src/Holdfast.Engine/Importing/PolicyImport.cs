using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>
/// A NetworkPolicy. Its rules are lists without keys, so what an attribute gives is tried whole; where no form of it gives the rules,
/// it declares none and the patch has them.
/// </summary>
internal static class PolicyImport
{
    public static NetworkPolicyDeclaration Of(AppDeclaration app, MappingNode policy, Declared<string> name)
    {
        ManifestNode? rules = policy.At("spec", "ingress");
        bool hasEgress = policy.At("spec", "egress") is not null || (policy.At("spec", "policyTypes") as SequenceNode)?.Items.Any(static type => type.Is("Egress")) == true;
        Declared<bool> egress = hasEgress ? Said.Of(true) : default;
        Declared<EquatableArray<string>> none = Said.Of(EquatableArray<string>.Empty);
        NetworkPolicyDeclaration[] forms =
        [
            new() { Name = name, RestrictEgress = egress },
            new() { Name = name, RestrictEgress = egress, AnyClient = Said.Of(true) },
            new() { Name = name, RestrictEgress = egress, PeerPorts = none },
            new() { Name = name, RestrictEgress = egress, PeerPorts = none, AnyClient = Said.Of(true) },
            new() { Name = name, RestrictEgress = egress, ClientPorts = none },
        ];
        return forms.FirstOrDefault(form => NodeEquality.Same(ServerDefaults.Strip(NetworkPolicyComposer.Compose(app, form)).At("spec", "ingress"), rules, FieldType.Any))
            ?? new NetworkPolicyDeclaration { Name = name, RestrictEgress = egress, PeerPorts = none, ClientPorts = none };
    }
}
