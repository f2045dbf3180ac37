using System.Globalization;
using System.Text;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>What the placeholders of a file, an entry, a variable or an argument stand for.</summary>
internal sealed class TextPlaceholders
{
    private const string Namespace = "namespace";
    private const string Replicas = "replicas";
    private const string Majority = "majority";

    private readonly AppDeclaration _app;
    private readonly PlaceholdersDeclaration _declared;
    private readonly TextPlace _place;
    private readonly AddressPlaceholder _own;

    /// <param name="app">The application that the text is of.</param>
    /// <param name="declared">How its placeholders are written, and what they may name.</param>
    /// <param name="place">Where the text is.</param>
    public TextPlaceholders(AppDeclaration app, PlaceholdersDeclaration declared, TextPlace place)
    {
        _app = app;
        _declared = declared;
        _place = place;
        _own = new AddressPlaceholder(app, app);
    }

    /// <summary>All that a placeholder can begin with, for messages.</summary>
    public IEnumerable<string> Names => _own.Names
        .Concat(_app.Containers.SelectMany(static container => container.Addresses).Select(static address => address.Member.Name))
        .Concat(_declared.Applications.Select(static other => other.Name))
        .Concat([Namespace, Replicas, Majority])
        .Concat(_app.Kind == WorkloadKind.Deployment ? [] : ["ordinal", "index", "name", "host", "service", TemplateBlock.Word + ": …"]);

    /// <summary>The pieces of a text.</summary>
    public List<TemplateSegment> Parse(string text) => TemplateText.Parse(text, _declared.Count);

    /// <summary>Whether a text has the name or number of the replica that reads it, outside blocks.</summary>
    public bool IsOfOneReplica(string text) => Parse(text).Exists(static segment => segment.Kind == TemplateSegmentKind.Placeholder && IsOfReplica(Part(segment).Kind));

    /// <summary>Whether a text has names in it that only a governing headless Service makes resolve.</summary>
    public bool NamesPods(string text) => NamesPods(Parse(text));

    private static bool NamesPods(IEnumerable<TemplateSegment> segments) => segments.Any(static segment =>
        segment.Block is { } block
            ? NamesPods(block.Body)
            : segment.Kind == TemplateSegmentKind.Placeholder
                && (Part(segment).Kind is PeerTextSegmentKind.Host or PeerTextSegmentKind.Service
                    || segment.Text.Split(':')[0].Trim() is AddressPlaceholder.First or AddressPlaceholder.Pods));

    /// <summary>The whole text; null where a part of it is not known or leads nowhere, which a diagnostic says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The replica that reads it, counted from 0; null where all read the same.</param>
    public string? Fill(string text, int? index = null)
    {
        var filled = new StringBuilder(text.Length);
        foreach (TemplateSegment segment in Parse(text))
        {
            switch (segment.Kind)
            {
                case TemplateSegmentKind.Literal:
                    filled.Append(segment.Text);
                    break;
                case TemplateSegmentKind.Placeholder when Resolve(segment, index).Text is { } found:
                    filled.Append(found);
                    break;
                case TemplateSegmentKind.Block when BlockProblem(segment) is null && Fill(segment.Block!, filled):
                    break;
                default:
                    return null;
            }
        }

        return filled.ToString();
    }

    /// <summary>Why a block cannot be there; null where it can.</summary>
    public string? BlockProblem(TemplateSegment block) => _app.Kind == WorkloadKind.Deployment
        ? AddressPlaceholder.NoPodNames(_app)
        : AddressPlaceholder.TooManyReplicas(_app);

    /// <summary>What a placeholder stands for.</summary>
    /// <param name="segment">The placeholder.</param>
    /// <param name="index">The replica that it is for, counted from 0; null outside blocks, where all read the same text.</param>
    public AddressPart Resolve(TemplateSegment segment, int? index)
    {
        PeerTextSegment part = Part(segment);
        if (part.Kind == PeerTextSegmentKind.Service)
        {
            return GoverningService.KnownName(_app) is { Length: > 0 } service ? AddressPart.Of(service) : AddressPart.Wrong(AddressPlaceholder.NoPodNames(_app)!);
        }

        if (IsOfReplica(part.Kind))
        {
            return index is { } known ? OfReplica(part, known) : OfReader(segment, part);
        }

        string content = segment.Text.Trim();
        return content switch
        {
            Namespace => NamespaceName(),
            Replicas => Declared(DeclaredReplicas.Count(_app)),
            Majority => Declared((DeclaredReplicas.Count(_app) / 2) + 1),
            _ => Member(content),
        };
    }

    private bool Fill(TemplateBlock block, StringBuilder filled)
    {
        int count = DeclaredReplicas.Listed(_app);
        for (int index = 0; index < count; index++)
        {
            int start = filled.Length;
            foreach (TemplateSegment segment in block.Body)
            {
                string? text = segment.Kind switch
                {
                    TemplateSegmentKind.Literal => segment.Text,
                    TemplateSegmentKind.Placeholder => Resolve(segment, index).Text,
                    _ => null,
                };
                if (text is null)
                {
                    return false;
                }

                filled.Append(text);
            }

            if (index == count - 1)
            {
                break;
            }

            // Between lines, a separator is at the end of the one before.
            bool isLine = block.AreLines && filled.Length > start && filled[filled.Length - 1] == '\n';
            filled.Insert(isLine ? filled.Length - 1 : filled.Length, block.Separator);
        }

        return true;
    }

    private static PeerTextSegment Part(TemplateSegment segment) => PeerText.Placeholder(segment.Text, segment.Position, segment.Length);

    private static bool IsOfReplica(PeerTextSegmentKind kind) =>
        kind is PeerTextSegmentKind.Ordinal or PeerTextSegmentKind.Index or PeerTextSegmentKind.Name or PeerTextSegmentKind.Host;

    private AddressPart OfReplica(PeerTextSegment part, int index)
    {
        int ordinal = DeclaredReplicas.Start(_app) + index;
        return part.Kind switch
        {
            PeerTextSegmentKind.Ordinal => AddressPart.Of(Number((long)ordinal + part.Offset)),
            PeerTextSegmentKind.Index => AddressPart.Of(Number((long)index + part.Offset)),
            PeerTextSegmentKind.Name => AddressPart.Of(DeclaredReplicas.Pod(_app, ordinal)),
            _ => AddressPlaceholder.NoPodNames(_app) is { } problem ? AddressPart.Wrong(problem) : AddressPart.Of(DeclaredReplicas.Host(_app, ordinal)),
        };
    }

    /// <summary>Of the replica that reads the text, where no replica is named.</summary>
    private AddressPart OfReader(TemplateSegment segment, PeerTextSegment part)
    {
        string written = "{" + segment.Text.Trim() + "}";
        if (_app.Kind == WorkloadKind.Deployment && (_place != TextPlace.Variable || part.Kind != PeerTextSegmentKind.Name))
        {
            return AddressPart.Wrong($"'{_app.Type.Name}' is a Deployment, whose pods have neither ordinals nor names that are known before");
        }

        if (part.Kind == PeerTextSegmentKind.Host && AddressPlaceholder.NoPodNames(_app) is { } problem)
        {
            return AddressPart.Wrong(problem);
        }

        switch (_place)
        {
            case TextPlace.Variable:
                if (part.Offset != 0 || (part.Kind == PeerTextSegmentKind.Index && DeclaredReplicas.Start(_app) != 0))
                {
                    return AddressPart.Wrong($"'{written}' is calculated, and in a variable or an argument only names of variables are replaced", null, [$"{{ordinal}}, which is $({PodEnvironmentVariables.PodOrdinal})", "a [ConfigFile], of which each replica gets its own"]);
                }

                return AddressPart.Of(part.Kind switch
                {
                    PeerTextSegmentKind.Name => Reference(PodEnvironmentVariables.PodName),
                    PeerTextSegmentKind.Host => KubernetesNames.PodHost(
                        Reference(PodEnvironmentVariables.PodName),
                        GoverningService.KnownName(_app),
                        GoverningService.Namespace(_app),
                        GoverningService.ClusterDomain(_app)),
                    _ => Reference(PodEnvironmentVariables.PodOrdinal),
                });
            case TextPlace.Entry:
                return AddressPart.Wrong($"'{written}' differs in each replica, and all replicas share the entry", null, ["a [ConfigFile], of which each replica gets its own", "[Env] with the text"]);
            default:
                return AddressPart.Unknown;
        }
    }

    private AddressPart NamespaceName()
    {
        if (GoverningService.Namespace(_app) is { } name)
        {
            return AddressPart.Of(name);
        }

        return _app.Namespace.State == DeclaredState.Unknown ? AddressPart.Unknown
            : _place == TextPlace.Variable ? AddressPart.Of(Reference(PodEnvironmentVariables.PodNamespace))
            : AddressPart.Wrong($"'{_app.Type.Name}' declares no namespace", null, [$"Namespace in [{(_app.Kind == WorkloadKind.Deployment ? "StatelessApp" : "StatefulApp")}]", "the property HoldfastNamespace"]);
    }

    private AddressPart Member(string content)
    {
        string first = content.Split('.', ':')[0].Trim();
        char after = content.Length > first.Length ? content.Substring(content.IndexOf(first, StringComparison.Ordinal) + first.Length).TrimStart().FirstOrDefault() : '\0';
        string rest = after == '\0' ? string.Empty : content.Substring(content.IndexOf(after) + 1).Trim();
        NamedApp? other = _declared.Applications.FirstOrDefault(known => known.Name == first);
        if (first.Length == 0)
        {
            return AddressPart.Wrong($"'{{{content}}}' is not a placeholder");
        }

        if (after == '.')
        {
            return other is not null ? new AddressPlaceholder(_app, other.App).Resolve(rest)
                : _declared.Applications.Count == 0 ? AddressPart.Wrong($"'{first}' is not an application that the text may name", null, [$"Applications = new[] {{ typeof({first}) }}"])
                : AddressPart.Wrong($"'{first}' is not an application that the text may name", first, _declared.Applications.Select(static known => known.Name));
        }

        if (_app.Containers.SelectMany(static container => container.Addresses).FirstOrDefault(address => address.Member.Name == content) is { } found)
        {
            return Address(found);
        }

        AddressPart own = _own.Resolve(content);
        if (own.Problem is not null && own.Name == first && !_own.Names.Contains(first))
        {
            return other is not null
                ? new AddressPlaceholder(_app, other.App).ResolveAlone(after == ':' ? rest : null)
                : AddressPart.Wrong($"'{first}' is not a member of '{_app.Type.Name}' with a text or number", first, Names);
        }

        return own;
    }

    /// <summary>A whole <c>[AddressOf]</c>; what it says with names of variables only the kubelet can put in.</summary>
    private AddressPart Address(AddressDeclaration address)
    {
        if (!AddressText.IsKnown(_app, address))
        {
            return AddressPart.Unknown;
        }

        string text = AddressText.Expand(_app, address);
        int start = _place == TextPlace.Variable ? -1 : text.IndexOf("$(", StringComparison.Ordinal);
        int end = start < 0 ? -1 : text.IndexOf(')', start);
        return end < 0
            ? AddressPart.Of(text)
            : AddressPart.Wrong(
                $"the address '{address.Member.Name}' has {text.Substring(start, end + 1 - start)}, which is replaced in variables and arguments only",
                null,
                ["[Env] with the text", "an address without it"]);
    }

    private AddressPart Declared(int number) => _app.Replicas.State == DeclaredState.Unknown ? AddressPart.Unknown : AddressPart.Of(Number(number));

    private static string Reference(string variable) => "$(" + variable + ")";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
