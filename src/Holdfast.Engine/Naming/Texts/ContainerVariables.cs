using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>
/// The environment variables of a container as Kubernetes puts them into texts: in values of later variables, in commands and
/// arguments, for <c>$(NAME)</c>. A part that is not known while compiling is a <see cref="HostText.Hole"/>.
/// </summary>
internal sealed class ContainerVariables(MappingNode container, PodOwnerView? owner)
{
    // '$$' is a dollar sign, so '$$(NAME)' is not a reference.
    private static readonly Regex Reference = new(@"\$(?:\$|\(([A-Za-z_][A-Za-z0-9_.\-]*)\))", RegexOptions.CultureInvariant);

    private const string PodNamePath = "metadata.name";

    private Dictionary<MappingNode, Dictionary<string, string>>? _before;

    private Dictionary<string, string>? _all;

    /// <summary>A text with the variables put in that come before one; with all of them for commands and arguments.</summary>
    public ManifestText Expand(ManifestText text, MappingNode? until)
    {
        if (text.Text.IndexOf("$(", StringComparison.Ordinal) < 0)
        {
            return text;
        }

        Read();
        Dictionary<string, string> values = until is not null && _before!.TryGetValue(until, out Dictionary<string, string>? own) ? own : _all!;
        string? podVariable = Reference.Matches(text.Text).Cast<Match>().Select(static match => match.Groups[1].Value)
            .FirstOrDefault(name => container["env"].Mappings().Any(variable => variable["name"].Is(name) && IsPodName(variable)));
        string written = $"$({podVariable})";
        bool hasNoName = podVariable is not null
            && text.Text.IndexOf(written + ".", StringComparison.Ordinal) >= 0
            && owner is not (null or StatefulSetView)
            && owner.PodSpec is MappingNode pod
            && pod["subdomain"] is null;
        return text with
        {
            Text = Replace(text.Text, values),
            IsExpanded = true,
            PodName = podVariable is null ? null : (HostText.Display(SetName is { } set ? PodOf(set) : Hole), written),
            PodsWithoutNames = hasNoName ? $"the {owner!.KindName} '{owner.DisplayName}'" : null,
        };
    }

    private static string Hole { get; } = HostText.Hole.ToString(CultureInfo.InvariantCulture);

    private string? SetName => owner is StatefulSetView && owner.Name.TryGetString(out string? name) ? name : null;

    private static string PodOf(string set) => set + "-" + Hole;

    private void Read()
    {
        if (_all is not null)
        {
            return;
        }

        _before = [];
        _all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (MappingNode variable in container["env"].Mappings())
        {
            _before[variable] = new Dictionary<string, string>(_all, StringComparer.Ordinal);
            if (variable["name"].TryGetString(out string? name))
            {
                _all[name] = ValueOf(variable, _all);
            }
        }
    }

    private string ValueOf(MappingNode variable, Dictionary<string, string> before)
    {
        if (variable["value"].TryGetString(out string? value))
        {
            return Replace(value, before);
        }

        return variable.At("valueFrom", "fieldRef", "fieldPath") switch
        {
            var path when path.Is(PodNamePath) && SetName is { } set => PodOf(set),
            var path when path.Is("metadata.namespace") && owner is not null && owner.Namespace.TryGetString(out string? space) => space,
            _ => Hole,
        };
    }

    private static bool IsPodName(MappingNode variable) => variable.At("valueFrom", "fieldRef", "fieldPath").Is(PodNamePath);

    private string Replace(string text, Dictionary<string, string> values) => Reference.Replace(text, match =>
        !match.Groups[1].Success ? "$"
        : values.TryGetValue(match.Groups[1].Value, out string? value) ? value
        : container["envFrom"] is null ? match.Value
        : Hole);
}
