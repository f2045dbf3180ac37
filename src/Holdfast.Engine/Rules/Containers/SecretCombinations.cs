using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What a Secret of a type that Kubernetes knows does not go without, and values that are not base64.</summary>
internal static class SecretCombinations
{
    private const string Account = "kubernetes.io/service-account.name";

    /// <summary>Types, and the keys that each needs.</summary>
    private static readonly (string Type, string[] Keys)[] Needed =
    [
        ("kubernetes.io/tls", ["tls.crt", "tls.key"]),
        ("kubernetes.io/dockerconfigjson", [".dockerconfigjson"]),
        ("kubernetes.io/dockercfg", [".dockercfg"]),
        ("kubernetes.io/ssh-auth", ["ssh-privatekey"]),
    ];

    public static IEnumerable<Combination> Find(SecretView secret)
    {
        if (secret.IsEncrypted)
        {
            yield break;
        }

        foreach (MappingEntry entry in secret.Data)
        {
            if (entry.Value.TryGetString(out string? text) && !Base64.IsRight(text) && !IsPlaceholder(text))
            {
                yield return Combination.Of(entry.Value, $"'{entry.Key}' of '{secret.DisplayName}' is not base64", Phrase.Of($"encode it, or move it to `Secret.stringData`"));
            }
        }

        ManifestNode? type = secret.Node["type"];
        foreach ((string name, string[] keys) in Needed)
        {
            if (type.Is(name) && keys.FirstOrDefault(key => secret.Has(key) == false) is { } missing)
            {
                yield return Combination.Of(type, $"'{secret.DisplayName}' is of type {name} and has no {missing}", Phrase.Of($"add it, or remove `Secret.type`"));
            }
        }

        if (type.Is("kubernetes.io/dockerconfigjson")
            && secret.Node.At("stringData", ".dockerconfigjson") is ScalarNode { Kind: ScalarKind.String or ScalarKind.Null } json
            && !(json.Kind == ScalarKind.String && json.Text.Trim().StartsWith("{", StringComparison.Ordinal) && json.Text.Trim().EndsWith("}", StringComparison.Ordinal)))
        {
            yield return Combination.Of(json, $"'.dockerconfigjson' of '{secret.DisplayName}' is not a JSON object", "write '{\"auths\": {…}}'");
        }

        if (type.Is("kubernetes.io/basic-auth") && secret.Has("username") == false && secret.Has("password") == false)
        {
            yield return Combination.Of(type, $"'{secret.DisplayName}' is of type kubernetes.io/basic-auth and has neither username nor password", Phrase.Of($"add one, or remove `Secret.type`"));
        }

        if (type.Is("kubernetes.io/service-account-token") && secret.Node.At("metadata", "annotations") is not UnknownNode && secret.Node.At("metadata", "annotations", Account) is null)
        {
            yield return Combination.Of(type, $"'{secret.DisplayName}' is a token and names no ServiceAccount", $"set the annotation {Account}");
        }
    }

    /// <summary>Whether tools that know secrets write something else in its place before it is applied.</summary>
    private static bool IsPlaceholder(string text) =>
        text.IndexOfAny(['<', '>', '{', '}', '$', '#', '%']) >= 0 || text.StartsWith("ref+", StringComparison.Ordinal) || text.StartsWith("__", StringComparison.Ordinal);
}
