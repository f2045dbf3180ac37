using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads <c>[NetworkPolicy]</c>.</summary>
internal static class NetworkPolicyReader
{
    public static NetworkPolicyDeclaration Read(AttributeArguments arguments) => new()
    {
        Name = arguments.String("Name"),
        PeerPorts = arguments.Strings("PeerPorts"),
        ClientPorts = arguments.Strings("ClientPorts"),
        Clients = arguments.Apps("Clients"),
        ClientLabels = arguments.Strings("ClientLabels"),
        ClientNamespaces = arguments.Strings("ClientNamespaces"),
        ClientCidrs = arguments.Strings("ClientCidrs"),
        AnyClient = arguments.Bool("AnyClient"),
        RestrictEgress = arguments.Bool("RestrictEgress"),
        EgressTo = arguments.Apps("EgressTo"),
        EgressLabels = arguments.Strings("EgressLabels"),
        EgressNamespaces = arguments.Strings("EgressNamespaces"),
        EgressCidrs = arguments.Strings("EgressCidrs"),
    };
}
