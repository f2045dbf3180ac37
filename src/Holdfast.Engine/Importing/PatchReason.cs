using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>Why a patch and not an attribute says a field.</summary>
internal static class PatchReason
{
    public static string Of(string path, ManifestNode? value)
    {
        if (value is null)
        {
            return path switch
            {
                _ when path.EndsWith("[" + PodEnvironmentVariables.PodName + "]", StringComparison.Ordinal)
                    || path.EndsWith("[" + PodEnvironmentVariables.PodNamespace + "]", StringComparison.Ordinal)
                    || path.EndsWith("[" + PodEnvironmentVariables.PodOrdinal + "]", StringComparison.Ordinal) => "Holdfast tells each replica who it is, and the manifest does not",
                _ when path.EndsWith("].env", StringComparison.Ordinal) => "Holdfast tells each replica who it is, and the manifest does not",
                "spec.template.metadata.annotations" => "Holdfast replaces pods when their ConfigMap changes, and the manifest does not",
                _ when path.IndexOf("securityContext", StringComparison.Ordinal) >= 0 => "Holdfast restricts every pod, and the manifest does not",
                _ when path.EndsWith("." + HoldfastAnnotations.ConfigHash, StringComparison.Ordinal) => "Holdfast replaces pods when their ConfigMap changes, and the manifest does not",
                _ when path.EndsWith("].name", StringComparison.Ordinal) => "Holdfast names every port, and the manifest does not",
                _ => "an attribute that says something else sets it, too",
            };
        }

        return path switch
        {
            _ when path.IndexOf(".ports[", StringComparison.Ordinal) >= 0 || path.EndsWith(".port", StringComparison.Ordinal) => "a member has one name and one number for its port; this is another one, or the same in another form",
            _ when path.IndexOf("elector", StringComparison.Ordinal) >= 0 => "it selects by other labels than the workload",
            _ when path.IndexOf(".labels.", StringComparison.Ordinal) >= 0 || path.IndexOf(".annotations.", StringComparison.Ordinal) >= 0 => "not all objects of this kind have it",
            _ => "no attribute says it in this form",
        };
    }
}
