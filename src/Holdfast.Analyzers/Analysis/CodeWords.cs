using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Naming.Texts;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// What of a file's text may concern an analyzer, found by one look at its characters: places in texts that may be names of a cluster, and
/// words without which a call cannot be one that is judged. In most files there are none, and nothing of these is bound.
/// </summary>
internal sealed class CodeWords
{
    // A text is read once, however many compilations have it after edits of other files.
    private static readonly ConditionalWeakTable<SyntaxTree, CodeWords> Known = new();

    // An object for each answer: such a table has only objects.
    private static readonly object Named = new();
    private static readonly object NotNamed = new();
    private static readonly ConditionalWeakTable<SyntaxTree, object> NamedInCode = new();

    private static readonly ConditionalWeakTable<SyntaxTree, object> NamedModel = new();

    /// <summary>What only names of a cluster have; <see cref="HostText.MayHold"/> looks for the same, and for a dash before a number.</summary>
    private static readonly string[] Marks = ["." + ClusterDomains.ServiceLabel, "_tcp.", "_udp.", "_sctp.", ClusterDomains.Default];

    /// <summary>One of these is in each piece of code that <see cref="NameLiteralAnalyzer"/> judges beside texts.</summary>
    private static readonly string[] CallNames =
    [
        "AddDnsSrvServiceEndpointProvider",
        "BaseAddress",
        "GetEnvironmentVariable",
        "GetHostAddresses",
        "GetHostAddressesAsync",
        "GetHostEntry",
        "GetHostEntryAsync",
        "GetHostName",
        "InClusterConfig",
        ClusterOptions.AkkaLease,
        ClusterOptions.ProtoActor,
        "MachineName",
        "OnLeaving",
        "Pod",
        "ShutdownTimeout",
        "UseKubernetesHosting",
        "WithKubernetesDiscovery",
    ];

    /// <summary>One of these is in each piece of code that <see cref="PodNameUseAnalyzer"/> judges.</summary>
    private static readonly string[] PodNameNames = ["HostName", "On", "SrvName"];

    private CodeWords(ReadOnlySpan<char> text)
    {
        Texts = FindTexts(text);
        Calls = FindWords(text, CallNames);
        PodNames = FindWords(text, PodNameNames);
    }

    /// <summary>Places where a text, if it is one, may have a name of a cluster.</summary>
    public ImmutableArray<int> Texts { get; }

    /// <summary>Places of words that calls have which are judged by what a project knows.</summary>
    public ImmutableArray<int> Calls { get; }

    /// <summary>Places of words that ask for names of pods.</summary>
    public ImmutableArray<int> PodNames { get; }

    public static CodeWords Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out CodeWords? known))
        {
            return known;
        }

        CodeWords read = CodeText.Look(tree, static text => new CodeWords(text), cancellationToken);
        return Known.GetValue(tree, _ => read);
    }

    /// <summary>
    /// Whether a file's code, and not a text or a comment of it, names Holdfast's namespace. Asked once a file; one without the word is asked nothing else.
    /// </summary>
    public static bool NameHoldfastInCode(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!NamedInCode.TryGetValue(tree, out object? known))
        {
            bool isNamed = CodeText.Look(tree, static text => text.IndexOf(AttributeNames.Namespace.AsSpan()) >= 0, cancellationToken)
                && HoldfastUse.IsNamedIn(tree.GetRoot(cancellationToken));
            known = NamedInCode.GetValue(tree, _ => isNamed ? Named : NotNamed);
        }

        return known == Named;
    }

    /// <summary>Whether a file has the name of KubernetesClient's best-known model, and so may declare it. Asked once a file.</summary>
    public static bool NameClientModel(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!NamedModel.TryGetValue(tree, out object? known))
        {
            bool isNamed = CodeText.Look(tree, static text => text.IndexOf(ModelTypes.StatefulSet.AsSpan()) >= 0, cancellationToken);
            known = NamedModel.GetValue(tree, _ => isNamed ? Named : NotNamed);
        }

        return known == Named;
    }

    private static ImmutableArray<int> FindTexts(ReadOnlySpan<char> text)
    {
        ImmutableArray<int>.Builder? found = null;
        for (int at = 0; Next(text, at) is >= 0 and var next; at = next + 1)
        {
            if (text[next] switch
            {
                '-' => MayEndName(text, next),

                // Any character may be written so.
                '\\' => next + 1 < text.Length && text[next + 1] is 'u' or 'U' or 'x',
                _ => MayGoOn(text, next),
            })
            {
                (found ??= ImmutableArray.CreateBuilder<int>()).Add(text[next] == '"' ? next - 1 : next);
            }
        }

        foreach (string mark in Marks)
        {
            for (int at = 0; text.Slice(at).IndexOf(mark.AsSpan(), StringComparison.OrdinalIgnoreCase) is >= 0 and var next; at += next + mark.Length)
            {
                (found ??= ImmutableArray.CreateBuilder<int>()).Add(at + next);
            }
        }

        return found?.ToImmutable() ?? [];
    }

    private static int Next(ReadOnlySpan<char> text, int start) => text.Slice(start).IndexOfAny('-', '"', '\\') is >= 0 and var next ? start + next : -1;

    /// <summary>Whether a dash may be between the name and the ordinal of a pod, either of which may be another part of a text.</summary>
    private static bool MayEndName(ReadOnlySpan<char> text, int dash) =>
        dash > 0
        && dash + 1 < text.Length
        && text[dash - 1] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '}' or '"' or HostText.Hole
        && text[dash + 1] is (>= '0' and <= '9') or '{' or '"' or '\\' or HostText.Hole;

    /// <summary>Whether a text may end here with the beginning of a mark, and go on in another one: <c>".s" + "vc"</c>.</summary>
    private static bool MayGoOn(ReadOnlySpan<char> text, int quote)
    {
        if (quote == 0 || text[quote - 1] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '.' or '_'))
        {
            return false;
        }

        int after = quote + 1;
        while (after < text.Length && (char.IsWhiteSpace(text[after]) || text[after] is ')' or '"'))
        {
            after++;
        }

        return after < text.Length && text[after] is '+' or '/' or '#';
    }

    private static ImmutableArray<int> FindWords(ReadOnlySpan<char> text, string[] words)
    {
        ImmutableArray<int>.Builder? found = null;
        foreach (string word in words)
        {
            int at = 0;
            while (text.Slice(at).IndexOf(word.AsSpan()) is >= 0 and var next)
            {
                int start = at + next;
                at = start + word.Length;
                if (CodeText.IsName(text, start, word.Length))
                {
                    (found ??= ImmutableArray.CreateBuilder<int>()).Add(start);
                }
            }
        }

        return found?.ToImmutable() ?? [];
    }
}
