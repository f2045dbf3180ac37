using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Planning;

/// <summary>Pods that read a ConfigMap or a Secret, and how: a change reaches them in different ways.</summary>
/// <param name="Owner">What the pods are made of.</param>
/// <param name="InVariables">Whether environment variables have its entries, which a running container keeps as they are.</param>
/// <param name="InFiles">Whether a volume has them, whose files follow a change.</param>
/// <param name="InSinglePaths">Whether single files of it are mounted by <c>subPath</c>, which do not follow a change.</param>
internal sealed record ConfigReader(PodOwnerView Owner, bool InVariables, bool InFiles, bool InSinglePaths)
{
    /// <summary>The readers of an object among others.</summary>
    public static IEnumerable<ConfigReader> Of(ObjectView config, IEnumerable<MappingNode> objects)
    {
        if (!config.Name.TryGetString(out string? name))
        {
            yield break;
        }

        bool isSecret = ObjectView.KindOf(config.Node) == SecretView.Kind;
        foreach (PodOwnerView owner in objects.Select(PodOwnerView.Of).OfType<PodOwnerView>().Where(owner => !owner.IsApartFrom(config)))
        {
            bool inVariables = owner.Containers.Any(container =>
                container["env"].Mappings().Any(variable => variable.At("valueFrom", isSecret ? "secretKeyRef" : "configMapKeyRef", "name").Is(name))
                || container["envFrom"].Mappings().Any(source => source.At(isSecret ? "secretRef" : "configMapRef", "name").Is(name)));
            string[] volumes =
            [
                .. owner.Volumes
                    .Where(volume => (isSecret ? volume.At("secret", "secretName") : volume.At("configMap", "name")).Is(name)
                        || volume.At("projected", "sources").Mappings().Any(source => source.At(isSecret ? "secret" : "configMap", "name").Is(name)))
                    .Select(static volume => volume["name"].TryGetString(out string? own) ? own : string.Empty),
            ];
            MappingNode[] mounts =
            [
                .. owner.Containers.SelectMany(static container => container["volumeMounts"].Mappings())
                    .Where(mount => mount["name"].TryGetString(out string? volume) && volumes.Contains(volume)),
            ];
            bool inSinglePaths = mounts.Any(static mount => mount["subPath"] is not null || mount["subPathExpr"] is not null);
            bool inFiles = volumes.Length > 0 && (mounts.Length == 0 || mounts.Any(static mount => mount["subPath"] is null && mount["subPathExpr"] is null));
            if (inVariables || inFiles || inSinglePaths)
            {
                yield return new ConfigReader(owner, inVariables, inFiles, inSinglePaths);
            }
        }
    }
}
