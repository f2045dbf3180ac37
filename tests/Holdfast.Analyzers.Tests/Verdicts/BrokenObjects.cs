using System.Globalization;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>
/// What the API server takes and is an error all the same, since it breaks in the cluster: the rows of section 12 of
/// docs/kubernetes/validation.md that say so. Every other error in an object that a server took is a false one.
/// </summary>
internal static class BrokenObjects
{
    private const string Mark = "*error* ";

    /// <summary>What the message says that happens, and the row that it rests on.</summary>
    private static readonly (string Id, string Words, string Row)[] Reasons =
    [
        ("HF1001", "its pods get no DNS names", "serviceName missing"),
        ("HF2001", "has 53 characters", "StatefulSet name of exactly 53"),
        ("HF2001", "it creates no pod", "StatefulSet name 54–63 chars"),
        ("HF2003", "the pods stay Pending", "name of a PVC, ConfigMap or Secret in a volume"),
        ("HF2003", "the pods never start", "name of a PVC, ConfigMap or Secret in a volume"),
        ("HF2003", "images are pulled without it", "name in imagePullSecrets"),
        ("HF2015", "the last one wins", "two claim templates of one name"),
        ("HF2016", "the controller creates no claim and no pod", "invalid label or annotation in a claim template"),
        ("HF2017", "no node can have such a label", "bad topologyKey in a spread constraint"),
        ("HF3001", "mount the one PersistentVolumeClaim", "one PVC volume in the template"),
        ("HF3007", "names the one volume", "fixed volumeName"),
        ("HF3008", "rounds it up to whole bytes", "memory `128m`, storage `500m`"),
        ("HF3008", "it is 0 to the API server", "quantity that is a suffix alone"),
        ("HF3016", "the pods never start", "claim template Block but volumeMounts"),
        ("HF3018", "the container never starts", "mountPath `/`"),
        ("HF5019", "stay Pending", "`Gt` or `Lt` with text, a node selector term without expressions"),
        ("HF6005", "no ordinal can follow", "ordinals.start 2147483647"),
        ("HF6006", "the container never starts", "runAsNonRoot with uid 0"),
        ("HF6011", "has a blank", "image with outer blanks"),
        ("HF6011", "no container starts with it", "image that is not a reference"),
    ];

    /// <summary>The rows that say "error", each as <c>HF2001: StatefulSet name of exactly 53</c>.</summary>
    public static string[] Rows { get; } = [.. File.ReadLines(Path.Combine(RepositoryPaths.Root, "docs/kubernetes/validation.md"))
        .Where(static line => line.StartsWith("| " + Mark, StringComparison.Ordinal))
        .Select(static line => line.Split(" | ")[0]["| ".Length..][Mark.Length..])];

    /// <summary>The reasons, as the rows say them.</summary>
    public static IEnumerable<string> All => Reasons.Select(static reason => reason.Id + ": " + reason.Row).Distinct();

    /// <summary>Why an error is right in an object that the server takes; null where it is not.</summary>
    public static string? Reason(Diagnostic error) => Reasons
        .Where(reason => reason.Id == error.Id && error.GetMessage(CultureInfo.InvariantCulture).Contains(reason.Words, StringComparison.Ordinal))
        .Select(static reason => reason.Id + ": " + reason.Row)
        .FirstOrDefault();
}
