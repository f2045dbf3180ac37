using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>The objects that give rights to accounts, in a namespace or in all.</summary>
internal static class RoleBindings
{
    public static bool Include(MappingNode node) => ObjectView.KindOf(node) is "RoleBinding" or "ClusterRoleBinding";
}
