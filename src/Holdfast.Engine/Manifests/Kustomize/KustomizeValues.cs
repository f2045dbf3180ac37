using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>The images and numbers of replicas of a kustomization.</summary>
internal static class KustomizeValues
{
    public static void Apply(MappingNode settings, List<MappingNode> objects)
    {
        foreach (MappingNode image in settings["images"].Mappings())
        {
            for (int i = 0; i < objects.Count; i++)
            {
                foreach (string path in (string[])["spec/template/spec/containers/image", "spec/template/spec/initContainers/image"])
                {
                    objects[i] = NodeEdit.Change(objects[i], path, node => Rewrite(node, image));
                }
            }
        }

        foreach (MappingNode replicas in settings["replicas"].Mappings())
        {
            for (int i = 0; i < objects.Count; i++)
            {
                if (replicas["count"] is { } count
                    && replicas["name"].TryGetString(out string? name)
                    && ObjectView.KindOf(objects[i]) is StatefulSetView.Kind or DeploymentView.Kind or "ReplicaSet" or "ReplicationController"
                    && objects[i].At("metadata", "name").TryGetString(out string? own)
                    && own == name)
                {
                    objects[i] = NodeEdit.Change(objects[i], "spec/replicas", _ => count, create: true);
                }
            }
        }
    }

    private static ManifestNode? Rewrite(ManifestNode? node, MappingNode image)
    {
        if (!node.TryGetString(out string? text) || !image["name"].TryGetString(out string? name))
        {
            return node;
        }

        int digest = text.IndexOf('@');
        string withoutDigest = digest < 0 ? text : text.Substring(0, digest);
        int tag = withoutDigest.LastIndexOf(':');
        bool hasTag = tag > withoutDigest.LastIndexOf('/');
        string own = hasTag ? withoutDigest.Substring(0, tag) : withoutDigest;
        if (own != name)
        {
            return node;
        }

        if (image["newName"] is UnknownNode || image["newTag"] is UnknownNode || image["digest"] is UnknownNode)
        {
            return new UnknownNode(node!.Location);
        }

        string result = image["newName"].TryGetString(out string? newName) ? newName : own;
        string rest = text.Substring(own.Length);
        if (image["digest"].TryGetString(out string? newDigest))
        {
            rest = "@" + newDigest;
        }
        else if (image["newTag"] is ScalarNode newTag)
        {
            rest = ":" + newTag.Text;
        }

        return ScalarNode.String(result + rest, node!.Location);
    }
}
