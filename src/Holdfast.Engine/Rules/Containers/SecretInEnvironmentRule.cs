using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SecretInEnvironmentRule = new(
        id: "HF6004",
        title: "A secret is in the manifest in plain text",
        messageFormat: "'{0}' looks like a secret, and everyone with access to the repository or the manifest can read its value; {1}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6004"));
}

/// <summary>HF6004: a secret in plain text, in the environment or on the command line.</summary>
internal sealed class SecretInEnvironmentRule() : PodOwnerRule(RuleDescriptors.SecretInEnvironmentRule)
{
    private static readonly Phrase ByReference = Phrase.Of($"take it from a Secret (`EnvVarSource.secretKeyRef`)");

    private static readonly Phrase ByVariable = Phrase.Of($"take a variable from a Secret (`EnvVarSource.secretKeyRef`), and write $(NAME) here");

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        HashSet<string>? secrets = null;
        foreach (MappingNode container in owner.Containers)
        {
            foreach (MappingNode variable in container["env"].Mappings())
            {
                if (!variable["name"].TryGetString(out string? name) || !variable["value"].TryGetString(out string? value))
                {
                    continue;
                }

                secrets ??= SecretsOf(owner);
                if (Credentials.IsVariable(name, value, secrets))
                {
                    Report(variable["value"]!.Location ?? variable["name"]!.Location, name, ByReference);
                }
                else if (Credentials.Find(value, secrets) is not null)
                {
                    Report(variable["value"]!.Location ?? variable["name"]!.Location, name, ByVariable);
                }
            }

            CheckArguments(container["command"]);
            CheckArguments(container["args"]);
        }

        void CheckArguments(ManifestNode? arguments)
        {
            string? flag = null;
            foreach (ManifestNode argument in arguments is SequenceNode sequence ? sequence.Items : [])
            {
                if (!argument.TryGetString(out string? text))
                {
                    flag = null;
                    continue;
                }

                secrets ??= SecretsOf(owner);
                if (flag is not null && text.Length > 0 && text[0] != '-' && Credentials.IsLiteral(text) && !secrets.Contains(text))
                {
                    Report(argument.Location, flag, ByVariable);
                }
                else if (Credentials.Find(text, secrets) is { } name)
                {
                    Report(argument.Location, name, ByVariable);
                }

                flag = Credentials.IsFlag(text) ? text : null;
            }
        }

        void Report(Location? place, string name, Phrase toDo) => context.Report(this, place, new RuleFinding(name, toDo));
    }

    /// <summary>Names of Secrets that the pods refer to.</summary>
    private static HashSet<string> SecretsOf(PodOwnerView owner)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (MappingNode container in owner.Containers)
        {
            foreach (MappingNode variable in container["env"].Mappings())
            {
                Add(variable.At("valueFrom", "secretKeyRef", "name"));
            }

            foreach (MappingNode source in container["envFrom"].Mappings())
            {
                Add(source.At("secretRef", "name"));
            }
        }

        foreach (MappingNode volume in owner.Volumes)
        {
            Add(volume.At("secret", "secretName"));
        }

        foreach (MappingNode secret in owner.PodSpec.At("imagePullSecrets").Mappings())
        {
            Add(secret["name"]);
        }

        return secrets;

        // One that is not known counts as empty, which opens nothing either.
        void Add(ManifestNode? name) => secrets.Add(name.TryGetString(out string? known) ? known : string.Empty);
    }
}
