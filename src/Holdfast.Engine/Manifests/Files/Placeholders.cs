using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>
/// What is in manifests for values that a tool fills in before they are applied. This is the one place that knows the forms:
/// rules find an unknown value and do not guess it.
/// </summary>
internal static class Placeholders
{
    /// <summary>Takes the place of each character of a form that YAML would read as something else. No manifest has it.</summary>
    public const char Mark = '\uE000';

    private const string Sops = "sops";

    /// <summary>Fields whose texts are for programs, with all that is below them.</summary>
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "command", "args", "annotations", "data", "stringData", "subPathExpr",
        "patches", "patchesStrategicMerge", "patchesJson6902", "replacements",
    };

    /// <summary>The text with the forms masked that YAML cannot read; each character keeps its place.</summary>
    public static string Mask(string text) =>
        text.IndexOf("{{", StringComparison.Ordinal) < 0
        && text.IndexOf("<%", StringComparison.Ordinal) < 0
        && text.IndexOf("@@", StringComparison.Ordinal) < 0
        && text.IndexOf("#{", StringComparison.Ordinal) < 0
        && text.IndexOf(" ##", StringComparison.Ordinal) < 0
        && text.IndexOf(" %", StringComparison.Ordinal) < 0
            ? text
            : Replace(Forms.Unquoted, text);

    /// <summary>A document with unknown values in place of placeholders, and without what SOPS adds. One without any is the same one.</summary>
    public static MappingNode Resolve(MappingNode document)
    {
        if (document[Sops] is MappingNode sops && sops["mac"] is not null)
        {
            document = new MappingNode(document.Entries.Where(static entry => entry.Key != Sops), document.Location);
        }

        return Resolve(document, string.Empty, isText: false);
    }

    /// <inheritdoc cref="Resolve(MappingNode)"/>
    public static SequenceNode Resolve(SequenceNode list) => new(list.Items.Select(static item => Resolve(item, string.Empty, isText: false)), list.Location);

    private static ManifestNode Resolve(ManifestNode node, string field, bool isText)
    {
        switch (node)
        {
            case ScalarNode { Kind: ScalarKind.String } scalar when IsIn(scalar.Text, field, isText):
                return new UnknownNode(scalar.Location, text: scalar.Text);
            case SequenceNode sequence:
                return Resolve(sequence, field, isText);
            case MappingNode mapping:
                return Resolve(mapping, field, isText) is var resolved && resolved.IsOpen && resolved.Entries.Count == 0 ? new UnknownNode(mapping.Location) : resolved;
            default:
                return node;
        }
    }

    private static ManifestNode Resolve(SequenceNode sequence, string field, bool isText)
    {
        ImmutableArray<ManifestNode>.Builder? items = null;
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            ManifestNode item = Resolve(sequence.Items[i], field, isText);
            if (!ReferenceEquals(item, sequence.Items[i]))
            {
                items ??= sequence.Items.ToImmutableArray().ToBuilder();
                items[i] = item;
            }
        }

        return items is null ? sequence : OpenParts.Sequence(items.ToImmutable(), sequence.Location);
    }

    private static MappingNode Resolve(MappingNode mapping, string field, bool isText)
    {
        ImmutableArray<MappingEntry>.Builder? entries = null;
        bool isOpen = mapping.IsOpen;
        for (int i = 0; i < mapping.Entries.Count; i++)
        {
            MappingEntry entry = mapping.Entries[i];
            if (IsKey(entry.Key))
            {
                isOpen = true;
                continue;
            }

            ManifestNode value = Resolve(entry.Value, entry.Key, isText || Texts.Contains(entry.Key) || (field == "env" && entry.Key == "value"));
            if (!ReferenceEquals(value, entry.Value))
            {
                entries ??= mapping.Entries.ToImmutableArray().ToBuilder();
                entries[i] = new MappingEntry(entry.Key, value, entry.KeyLocation);
            }
        }

        return isOpen
            ? new MappingNode((entries?.ToImmutable() ?? mapping.Entries.ToImmutableArray()).Where(static entry => !IsKey(entry.Key)), mapping.Location, isOpen: true)
            : entries is null ? mapping : new MappingNode(entries.ToImmutable(), mapping.Location);
    }

    private static bool IsIn(string text, string field, bool isText) =>
        (MayHold(text) && (Matches(Forms.Anywhere, text) || (!isText && Matches(Forms.InFields, text))))
        || (field == "image" && HasCapital(text) && Matches(Forms.InImages, text));

    private static bool IsKey(string key) => MayHold(key) && Matches(Forms.Anywhere, key);

    /// <summary>
    /// Whether there is a character in a text that each form begins with, or two of them: nearly all texts have none, and a pattern that
    /// is not asked is not even made.
    /// </summary>
    private static bool MayHold(string text)
    {
        char before = '\0';
        foreach (char current in text)
        {
            switch (current)
            {
                case Mark or '$' or '<' or '%' or '[':
                case '{' when before is '{' or '#':
                case '@' or '#' or '_' or '(' when before == current:
                    return true;
                default:
                    before = current;
                    break;
            }
        }

        return false;
    }

    private static bool HasCapital(string text)
    {
        foreach (char current in text)
        {
            if (current is >= 'A' and <= 'Z')
            {
                return true;
            }
        }

        return false;
    }

    private static string Replace(Regex pattern, string text)
    {
        try
        {
            return pattern.Replace(text, static match => new string(Mark, match.Length));
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // Whatever it is, it is better left alone.
            return true;
        }
    }

    /// <summary>The patterns of the forms, made when the first text looks like one.</summary>
    private static class Forms
    {
        /// <summary>Forms that mean nothing else wherever they stand.</summary>
        public static readonly Regex Anywhere = Pattern(
            @"\uE000|\$\{[A-Za-z_][A-Za-z0-9_.:-]*\}|\{\{.*?\}\}|<%.*?%>|#\{[^}\n]+\}|@@[A-Za-z0-9_.-]+@@|##[A-Za-z0-9_.-]+##|(?<![A-Za-z0-9_])__[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*__(?![A-Za-z0-9_])|^ENC\[[^\n]*\]$");

        /// <summary>
        /// Forms that mean something else where texts are for programs: Kubernetes puts variables for <c>$(X)</c> there, a shell
        /// for <c>$X</c> and <c>${X##*-}</c>, and <c>date</c> reads <c>%Y%m</c>. A pod's own variables are filled in by no tool, so
        /// <c>$(POD_NAME)</c> in any other field is a mistake.
        /// </summary>
        public static readonly Regex InFields = Pattern(
            @"\$\{[^\n]+?\}|\$\((?!POD_|HOSTNAME\)|NODE_NAME\))[A-Za-z_][A-Za-z0-9_.-]*\)|\$[A-Za-z_]|%[A-Za-z_][A-Za-z0-9_.-]*%|<[A-Za-z_][^<>\n]*>|\(\([A-Za-z_][A-Za-z0-9_.-]*\)\)|\[[A-Z][A-Z0-9 _-]+\]");

        /// <summary>A part of an image's path in capitals, which no repository can have: <c>gcr.io/PROJECT_ID/web</c>, <c>docker.io/YOUR ID/web</c>.</summary>
        public static readonly Regex InImages = Pattern(@"(^|/)[A-Z][A-Z0-9 _-]{2,}(?=[/:@.]|$)");

        /// <summary>Forms that begin with a character that YAML has a meaning for, where they stand without quotes.</summary>
        public static readonly Regex Unquoted = Pattern(
            @"\{\{[^{}\n]*\}\}|<%[^\n]*?%>|@@[A-Za-z0-9_.-]+@@|(?<=[:-][ \t]+)%[A-Za-z_][A-Za-z0-9_.-]*%|(?<=[:-][ \t]+|[^\s#])#\{[^}\n]+\}#?|(?<=[:-][ \t]+)##[A-Za-z_][A-Za-z0-9_.-]*##");

        private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
