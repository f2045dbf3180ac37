using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Engine.Constraints;
using Holdfast.Engine.Rules.Containers;
using Holdfast.Engine.Wording;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>
/// A message says that a server refuses something only where one was seen to: each row and each text of the code that says it is found
/// in an object whose refusal is recorded, or is listed here with the fact that it rests on.
/// </summary>
public partial class RefusalClaimTests
{
    private const string Facts = "docs/kubernetes/";

    private const string Validation = Facts + "validation.md: ";

    private const string Controller = Facts + "controller.md: ";

    /// <summary>
    /// Texts that no single object can show: where the refusal is recorded, as a page of facts and words of an observed row there, or why
    /// the text is not about a server of Kubernetes.
    /// </summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["kubectl keeps the last one without a warning, and other readers refuse the file"] = Validation + "duplicate YAML key",
        ["kubectl refuses the file, and Holdfast checks nothing after this place"] = Validation + "tab indentation",
        ["HF9009 / '{}' is not a field of {}"] = Validation + "unknown field",
        ["HF9010"] = Validation + "wrong scalar type",
        ["no client is refused"] = "A server that a client of the application talks to, not Kubernetes'.",
        ["'{0}' declares no container, so the API server would refuse its {1}; add [Container(\"image:tag\")], or set the project's own image with the properties ContainerRepository and ContainerImageTag"] = Validation + "`PodSpec.containers` | ≥1",
        ["{} is '{}' and {} is '{}'"] = Validation + "dataSourceRef, when both given, must agree",
        ["The search domains have more than {} characters together"] = Validation + "together ≤2048 chars",
        ["With host networking port {} cannot have another number on the host"] = Validation + "must equal containerPort under hostNetwork",
        ["The request for '{}' is below the limit, and it cannot be shared"] = Validation + "request = limit; request without limit R",
        ["'{}' is not a multiple of its page size"] = Validation + "hugepages a multiple of the page size",
        ["A container has {} and neither cpu nor memory"] = Validation + "and with cpu or memory",
        ["The containers request more {} than their pod"] = Validation + "pod request ≥ sum of container requests",
        ["The {} limit of a container is above that of its pod"] = Validation + "container limit ≤ pod limit",
        ["'.dockerconfigjson' of '{}' is not a JSON object"] = Validation + "dockerconfigjson valid JSON",
        ["'{}' is of type kubernetes.io/basic-auth and has neither username nor password"] = Validation + "basic-auth username or password",
        ["'{}' is a token and names no ServiceAccount"] = Validation + "service-account-token an annotation",
        ["{} pods have '{}', which is only for {}"] = Validation + "windows forbids fsGroup, seccomp, runAsUser",
        ["The mount at '{}' is propagated to the host by a container that is not privileged"] = Validation + "last only when privileged",
        ["A label or annotation has a form that Kubernetes refuses"] = Validation + "alnum ends, inner `-_.`",
        ["A name has a form that Kubernetes refuses"] = Validation + "DNS-1123 subdomain: ≤253",
        ["The {0} of the {1} '{2}' have {3} bytes, above the limit of {4}, so the API server refuses it; put long texts in a ConfigMap"] = Validation + "262144 bytes",
        ["The {3} '{0}' has {1} bytes of text, above the limit of {2}, so the API server refuses it; move part of it to another {3}, the image or a volume"] = Validation + "1048576 bytes",
        ["file systems keep lost+found there, and {} refuses to initialize a directory that is not empty"] = "A database in a container, not Kubernetes.",
        ["A path of a volume has a form that Kubernetes refuses"] = Validation + "path relative, no `..`",
        ["path of an item / begins with '..'"] = Validation + "not starting with `..`",
        ["mount path / is empty"] = Validation + "`VolumeMount.mountPath` | required",
        ["refuses the change (422 Forbidden)"] = Controller + "A direct change is refused with 422",
        ["the API server refuses the change (422 Forbidden)"] = Controller + "A direct change is refused with 422",
        ["the volume grows where its StorageClass allows expansion; elsewhere the API server refuses it (403 Forbidden)"] = Controller + "403",
        ["The claims of {} cannot grow from {} to {}, because the StorageClass {} does not allow expansion (allowVolumeExpansion): the API server refuses that (403 Forbidden)."] = Controller + "403",
        ["The permissions of a volume's files are a number up to 0777 in octal, which is 511. Larger ones are refused, and smaller ones mean something else."] = Validation + "0–0777 (511)",
        ["Nothing happens: the API server refuses another selector, and a recreated set would not adopt its pods."] = Validation + "Everything else is 422 Forbidden",
        ["Nothing happens: the API server refuses the set, because a claim template asks for less than its claims have."] = Validation + "below status.capacity R",
        ["What the API server refuses"] = "The heading of a part of a report; its lines are texts of their own.",
        ["The API server refuses the change"] = "The title of a finding; its message has the field.",
        ["plan-refused"] = "The id of a finding.",
        ["{} of the PersistentVolumeClaim '{}'"] = Validation + "`PersistentVolumeClaimSpec` on update",
        ["The entry '{}' of the immutable ConfigMap '{}'"] = Validation + "data, and the flag itself, cannot be changed",
        ["The selector ({}) of '{}'"] = Validation + "selector immutable in apps/v1",
        ["{} of the claim template '{}' of '{}'"] = Validation + "Everything else is 422 Forbidden",
        ["The claim template '{}' of '{}' / did not exist / exists"] = Validation + "Everything else is 422 Forbidden",
        ["The claim template '{}' of '{}' / was called '{}' / creates new, empty claims"] = Validation + "Everything else is 422 Forbidden",
        ["The claim template '{}' of '{}' / existed / is missing"] = Validation + "Everything else is 422 Forbidden",
        ["The order of the claim templates of '{}' / was {} / is {}"] = Validation + "Everything else is 422 Forbidden",
        ["{0} requested {1} in the last release and requests {2} now: the API server refuses that (422 Forbidden), and an existing claim never gets smaller; request {1}, or move the data to claims with another name"] = Validation + "below status.capacity R",
        ["Pods of '{}' count as available after {} seconds, but a rollout fails after {}, so the API server refuses the Deployment; set `DeploymentSpec.progressDeadlineSeconds` above `DeploymentSpec.minReadySeconds`"] = Validation + "strictly greater than minReadySeconds",
        ["StatefulSet \\\"{}\\\" would get another {}, which the API server refuses for a set that exists. Start a "] = Controller + "A direct change is refused with 422",
        ["A merge patch to OnDelete must set rollingUpdate to null as well; otherwise the API server refuses it."] = Controller + "422 unless `rollingUpdate: null`",
        ["The API server refuses to change {} in place, so the set is deleted without its pods and created again."] = Controller + "A direct change is refused with 422",
    };

    private static readonly Lazy<Task<string[]>> Messages = new(static async () =>
    {
        var messages = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(FieldVerdicts.All.Where(static verdict => verdict is { Answer: Answer.Refused, Gap: null }), async (verdict, _) =>
        {
            foreach (Diagnostic diagnostic in await new ManifestRun().File("k8s/object.yaml", verdict.Yaml).Setting("k8s/object.yaml", "holdfast_kubernetes_version", FieldVerdict.Version).RunAsync())
            {
                messages.Add(diagnostic.GetMessage(CultureInfo.InvariantCulture));
            }
        });
        return [.. messages.Where(static message => message.Contains("refuse", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    });

    private static readonly Lazy<HashSet<Constraint>> Refused = new(static () =>
        [.. FieldVerdicts.All.Where(static verdict => verdict is { Answer: Answer.Refused, Gap: null }).AsParallel().SelectMany(static verdict => verdict.Fired)]);

    /// <summary>Rows of some versions claim nothing of a server: one version was asked.</summary>
    private static IEnumerable<Constraint> Rows => ConstraintTable.Constraints.Where(static constraint =>
        constraint is { Consequence: null, Fact: null, Kind: not (ConstraintKind.Optional or ConstraintKind.Unchecked) });

    [Fact]
    public void ARowSaysThatAServerRefuses_WhereAVerdictIsRecorded() =>
        AssertNone(Rows.Where(static row => !row.IsUnrecorded && !Refused.Value.Contains(row)).Select(static row => row + ": no refusal is recorded, so the row is 'unrecorded'"));

    [Fact]
    public void ARowIsUnrecorded_WhereNoVerdictIs() =>
        AssertNone(Rows.Where(static row => row.IsUnrecorded && Refused.Value.Contains(row)).Select(static row => row + ": a refusal is recorded, so the row is not 'unrecorded'"));

    [Fact]
    public void OfRequiredFields_ThoseAreListedWhoseAbsenceIsRecorded()
    {
        string[] seen = [.. Refused.Value.Where(static constraint => constraint.Kind == ConstraintKind.Required).Except(ConstraintTable.Constraints).Select(static constraint => constraint.Path)];
        AssertNone(seen.Except(ConstraintTable.RefusedWithout).Select(static field => field + " is recorded and not listed")
            .Concat(ConstraintTable.RefusedWithout.Except(seen).Select(static field => field + " is listed and not recorded")));
    }

    [Fact]
    public async Task ATextSaysThatAServerRefuses_WhereAVerdictIsRecorded()
    {
        string[] messages = await Messages.Value;
        (string File, string Text, Regex[] Parts)[] claims = [.. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(Claims)];
        Assert.NotEmpty(claims);
        string[] open = [.. claims.Where(claim => !Elsewhere.ContainsKey(claim.Text) && !messages.Any(message => claim.Parts.All(part => part.IsMatch(message)))).Select(static claim => $"{claim.File}: {claim.Text}").Distinct()];
        AssertNone(open.Concat(Elsewhere.Keys.Except(claims.Select(static claim => claim.Text)).Select(static text => text + " is not a text of the code")));
    }

    [Fact]
    public void WhatIsRecordedElsewhere_WasObserved() => AssertNone(Elsewhere
        .Where(static entry => entry.Value.StartsWith(Facts, StringComparison.Ordinal) && !IsObserved(entry.Value))
        .Select(static entry => entry.Value));

    private static bool IsObserved(string record)
    {
        string[] parts = record.Split(": ", 2);
        return File.ReadLines(Path.Combine(RepositoryPaths.Root, parts[0])).Any(line => line.Contains(parts[1], StringComparison.Ordinal) && line.Contains('✓', StringComparison.Ordinal));
    }

    private static void AssertNone(IEnumerable<string> wrong) => Assert.Equal(string.Empty, string.Join('\n', wrong));

    /// <summary>What a file claims: texts with the word, what is wrong in a call that hands on such a text, and combinations, of which a rule says it.</summary>
    private static IEnumerable<(string File, string Text, Regex[] Parts)> Claims(string path)
    {
        string file = Path.GetFileName(path);
        SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot();
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case ExpressionSyntax text when TextOf(text) is { } claim && claim.Text.Contains("refuse", StringComparison.Ordinal):
                    yield return (file, claim.Text, [claim.Template]);
                    break;
                case ArgumentSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Refused" or "Refuses" }, Parent: BaseArgumentListSyntax list }:
                    (string Text, Regex Template)[] before = [.. list.Arguments.TakeWhile(argument => argument != node).Select(static argument => TextOf(argument.Expression)).OfType<(string, Regex)>()];
                    if (before.Length > 0)
                    {
                        yield return (file, string.Join(" / ", before.Select(static part => part.Text)), [.. before.Select(static part => part.Template)]);
                    }

                    break;
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 3 } arguments } created when IsCombination(created) && TextOf(arguments[1].Expression) is { } claim:
                    yield return (file, claim.Text, [claim.Template]);
                    break;
                case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 3 } arguments } called when called.Expression.ToString() == "Combination.Of" && TextOf(arguments[1].Expression) is { } claim:
                    yield return (file, claim.Text, [claim.Template]);
                    break;
            }
        }
    }

    private static bool IsCombination(BaseObjectCreationExpressionSyntax created) => created is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Combination" } };

    /// <summary>A text as it is written, and what a message that has it looks like; null for other expressions.</summary>
    private static (string Text, Regex Template)? TextOf(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } called when called.Expression.ToString() == "Phrase.Of" => TextOf(only.Expression),
        LiteralExpressionSyntax { Token.Value: string text } => (text, Template(Regex.Escape(text).Replace("\\{", "{", StringComparison.Ordinal))),
        InterpolatedStringExpressionSyntax interpolated => (
            string.Concat(interpolated.Contents.Select(static part => part is InterpolatedStringTextSyntax text ? text.TextToken.Text : "{}")),
            Template(string.Concat(interpolated.Contents.Select(static part => part is InterpolatedStringTextSyntax text ? Regex.Escape(text.TextToken.ValueText) : "{0}")))),
        _ => null,
    };

    /// <summary>Places of arguments and fields between backticks have any words.</summary>
    private static Regex Template(string escaped) => new(Places().Replace(escaped, ".*"), RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{[0-9]+\}?|`[^`]*`")]
    private static partial Regex Places();
}
