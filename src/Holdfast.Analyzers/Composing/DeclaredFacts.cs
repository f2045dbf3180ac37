using System.Collections.Immutable;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Composing;

/// <summary>What a declaration says of its software that no Kubernetes object has a field for. Nothing of it is written.</summary>
internal static class DeclaredFacts
{
    public static ImmutableArray<WorkloadFacts> Compose(AppDeclaration app) => app.Quorum is { } quorum && app.Name.TryGet(out string? name)
        ?
        [
            new WorkloadFacts(StatefulSetView.Kind, name)
            {
                NeedsMajority = true,
                FirstMemberBootstraps = quorum.Bootstrap.TryGet(out string? who)
                    ? ScalarNode.Boolean(who == "FirstMember", quorum.Bootstrap.Origin)
                    : Nodes.Of(quorum.Bootstrap),
                ReadinessNeedsPeers = Nodes.Of(quorum.ReadinessNeedsPeers),
            },
        ]
        : [];
}
