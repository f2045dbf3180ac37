using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>What a declaration says about its software that no Kubernetes object has a field for. Nothing of it is written.</summary>
internal static class DeclaredFacts
{
    public static ImmutableArray<WorkloadFacts> Compose(AppDeclaration app)
    {
        // The pods of other kinds are all alike, and a majority does not matter to them.
        if (app.Kind != WorkloadKind.StatefulSet || !app.Name.TryGet(out string? name))
        {
            return [];
        }

        var facts = new WorkloadFacts(StatefulSetView.Kind, name) { HasIdentity = true };
        return
        [
            app.Quorum is not { } quorum ? facts : facts with
            {
                NeedsMajority = true,
                FirstReplicaBootstraps = quorum.Bootstrap.TryGet(out string? who)
                    ? ScalarNode.Boolean(who == "FirstReplica", quorum.Bootstrap.Location)
                    : Nodes.Of(quorum.Bootstrap),
                ReadinessNeedsPeers = Nodes.Of(quorum.ReadinessNeedsPeers),
            },
        ];
    }
}
