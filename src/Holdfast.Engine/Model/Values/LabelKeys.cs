namespace Holdfast.Engine.Model.Values;

/// <summary>Keys of labels that charts and manuals use for the same thing, so that one is easily written for another.</summary>
internal static class LabelKeys
{
    private static readonly string[][] Families =
    [
        ["app", "name", "run", "k8s-app", "app.kubernetes.io/name", "app.kubernetes.io/app"],
        ["release", "instance", "app.kubernetes.io/instance"],
        ["component", "app.kubernetes.io/component"],
        ["version", "app.kubernetes.io/version"],
        ["part-of", "app.kubernetes.io/part-of"],
    ];

    /// <summary>Further keys that templates write and that nothing adds to pods later.</summary>
    private static readonly string[] Written = ["chart", "helm.sh/chart", "heritage", "app.kubernetes.io/managed-by", "app.kubernetes.io/created-by"];

    /// <summary>Whether two keys are used for the same thing.</summary>
    public static bool AreAlike(string left, string right) => left != right && Families.Any(family => family.Contains(left) && family.Contains(right));

    /// <summary>Whether pods have such a label from their template or not at all. Roles such as <c>role: leader</c> are set while pods run.</summary>
    public static bool IsOfTemplates(string key) => Written.Contains(key) || Families.Any(family => family.Contains(key));
}
