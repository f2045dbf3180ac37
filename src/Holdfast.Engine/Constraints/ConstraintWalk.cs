using System.Globalization;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Constraints;

/// <summary>
/// Follows the types of an object's fields down the tree and holds each value to what the field table and the rows say about it. What
/// has its own type is judged wherever the type is used; what has none, such as the entries of a ConfigMap, is never looked at.
/// </summary>
internal sealed class ConstraintWalk
{
    private static readonly ConstraintNode[] None = [];

    /// <summary>What the field table asks for, which no row says.</summary>
    private static readonly Constraint OfTable = new(ConstraintKind.Required, []) { Id = "HF6007" };

    private readonly MappingNode _object;

    private readonly string _kind;

    private readonly KubernetesTarget _target;

    private readonly bool _isPart;

    private readonly List<string> _path = [];

    /// <summary>The type that has the field which is looked at.</summary>
    private string _owner = string.Empty;

    private readonly List<ConstraintFinding> _found = [];

    private ConstraintWalk(MappingNode node, KubernetesTarget target, bool isPart)
    {
        _target = target;
        _object = node;
        _kind = ObjectView.KindOf(node);
        _isPart = isPart;
    }

    /// <param name="node">An object, of whatever kind.</param>
    /// <param name="target">The versions of Kubernetes that it is for.</param>
    /// <param name="isPart">Whether something else completes it, so that only its fields and their types can be judged.</param>
    public static List<ConstraintFinding> Find(MappingNode node, KubernetesTarget target, bool isPart = false)
    {
        var walk = new ConstraintWalk(node, target, isPart);
        if (FieldTable.Find(ObjectView.ApiVersionOf(node), walk._kind) is { } type)
        {
            walk.VisitMapping(node, type, None, node);
        }

        return walk._found;
    }

    private void VisitMapping(MappingNode mapping, FieldType type, ConstraintNode[] reached, ManifestNode around)
    {
        ConstraintNode[] nodes = ConstraintTable.Of(type.Name) is { } own ? [.. reached, own] : reached;
        IReadOnlyList<string> required = FieldTable.RequiredOf(type);
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (FieldTable.FieldOf(type, entry.Key) is not { } field)
            {
                ReportField(entry, type);
                continue;
            }

            _path.Add(entry.Key);
            if (FieldVersions.Of(type.Name, entry.Key) is { } version && !IsMissing(entry.Value))
            {
                CheckVersion(entry, type, version);
            }

            _owner = type.Name;
            Visit(entry.Value, field, Step(nodes, entry.Key), mapping, inList: false, required.Contains(entry.Key));
            _path.RemoveAt(_path.Count - 1);
        }

        _owner = type.Name;
        if (_isPart)
        {
            return;
        }

        // What an attribute makes lacks a field while its argument is half-typed.
        bool isWritten = mapping.IsWritten();
        required = isWritten ? required : [];
        foreach (string field in required)
        {
            CheckRequired(mapping, type, field, nodes, around, isOfTable: true);
        }

        foreach (ConstraintNode node in nodes)
        {
            foreach (KeyValuePair<string, ConstraintNode> field in node.Fields)
            {
                if (!required.Contains(field.Key) && field.Value.Constraints.Exists(constraint => constraint.Kind == ConstraintKind.Required && (constraint.CountsInAttributes || isWritten)))
                {
                    CheckRequired(mapping, type, field.Key, nodes, around, isOfTable: false);
                }
            }
        }

        foreach (ConstraintNode node in nodes)
        {
            foreach (Constraint constraint in node.Constraints)
            {
                if (Counts(constraint))
                {
                    CheckFields(mapping, type, constraint, around);
                }
            }

            if (node.Constraints.Exists(static constraint => constraint.Kind == ConstraintKind.Unchecked))
            {
                break;
            }
        }
    }

    private void Visit(ManifestNode node, FieldType type, ConstraintNode[] nodes, MappingNode around, bool inList, bool isRequired = false)
    {
        if (node is UnknownNode || type.Kind == FieldKind.Any)
        {
            return;
        }

        if (node is ScalarNode { Kind: ScalarKind.Null } missing)
        {
            // A field without a value is not there; an item of a list is, with nothing in it.
            if (!inList)
            {
                return;
            }

            node = type.Kind is FieldKind.Object ? new MappingNode([], missing.Location)
                : type.Kind is FieldKind.String ? ScalarNode.String(string.Empty, missing.Location)
                : missing;
        }

        switch (node)
        {
            case MappingNode mapping when type.Kind == FieldKind.Object:
                VisitMapping(mapping, type, nodes, around);
                break;
            case MappingNode mapping when type.Kind == FieldKind.Map:
                VisitMap(mapping, type, nodes);
                break;
            case SequenceNode sequence when type.Kind == FieldKind.List:
                VisitList(sequence, type, nodes, around);
                break;
            case ScalarNode scalar when ValueTypes.Accepts(type.Kind, scalar):
                CheckScalar(scalar, type, nodes, around, isRequired);
                break;
            case ScalarNode { Kind: ScalarKind.Null }:
                break;
            default:
                ReportType(node, type);
                break;
        }
    }

    private void VisitMap(MappingNode map, FieldType type, ConstraintNode[] nodes)
    {
        Constraint[] keys = [.. FindAll(nodes, ConstraintKind.Keys)];
        Constraint? values = Find(nodes, ConstraintKind.Values);
        foreach (MappingEntry entry in map.Entries)
        {
            _path.Add(entry.Key);

            // A label that no user wrote is made of a name, which is judged as such; but a namespace is a value.
            if (entry.KeyLocation is not null)
            {
                _ = keys.Any(format => CheckFormat(entry.Key, entry.KeyLocation, format));
            }

            if (values is not null && entry.Value is ScalarNode { Kind: ScalarKind.String } value && (entry.KeyLocation is not null || values.Arguments[1] == "namespace"))
            {
                CheckFormat(value.Text, value.Location, values);
            }

            Visit(entry.Value, type.Item ?? FieldType.Any, [.. Step(nodes, entry.Key), .. nodes], map, inList: false);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void VisitList(SequenceNode list, FieldType type, ConstraintNode[] nodes, MappingNode around)
    {
        // Items have their own types.
        (string owner, FieldText field) = (_owner, Field);
        foreach (ManifestNode item in list.Items)
        {
            // A claim template of the same name takes the volume's place, which is not even looked at (1.36).
            if (type.Item?.Name == "Volume" && _kind == StatefulSetView.Kind && ClaimTemplates.Any(template => template.At("metadata", "name") is ScalarNode name && name.Equals(item.At("name"))))
            {
                continue;
            }

            Visit(item, type.Item ?? FieldType.Any, nodes, around, inList: true);
        }

        if (_isPart)
        {
            return;
        }

        foreach (ConstraintNode node in nodes)
        {
            foreach (Constraint constraint in node.Constraints)
            {
                if (!Counts(constraint))
                {
                    continue;
                }

                if (constraint.Kind == ConstraintKind.Unique)
                {
                    CheckUnique(list, type.Item, field, constraint);
                }
                else if (constraint.Kind == ConstraintKind.MinItems && list.Items.Count < constraint.Number)
                {
                    Report(constraint, list.Locations().FirstOrDefault() ?? Near(around, around), Marked(constraint.Problem, owner) ?? Phrase.Of($"{field} has {list.Items.Count} items"), Marked(constraint.Advice, owner) ?? $"use {constraint.Number} or more");
                }
                else if (constraint.Kind == ConstraintKind.MaxItems && list.Items.Count > constraint.Number && constraint.When?.Holds(around) != false)
                {
                    Report(constraint, list.Location ?? list.Locations().FirstOrDefault(), Marked(constraint.Problem, owner) ?? Phrase.Of($"{field} has {list.Items.Count} items"), Marked(constraint.Advice, owner) ?? $"use {constraint.Number} or fewer");
                }
            }
        }
    }

    private void CheckScalar(ScalarNode scalar, FieldType type, ConstraintNode[] nodes, MappingNode around, bool isRequired)
    {
        if (type.Kind == FieldKind.Quantity)
        {
            CheckQuantity(scalar, nodes, around);
            return;
        }

        if (nodes.Length == 0)
        {
            return;
        }

        int before = _found.Count;

        // A text that is missing is another finding.
        bool isMissing = scalar is { Kind: ScalarKind.String, Text.Length: 0 } && around.IsWritten() && RequiredBy(nodes, around, isRequired) is not null;
        if (scalar.Kind == ScalarKind.String && !isMissing)
        {
            if (Find(nodes, ConstraintKind.Enum, around) is { } words)
            {
                CheckWords(scalar, words);
            }

            foreach (Constraint format in FindAll(nodes, ConstraintKind.Format, around))
            {
                if (!(scalar.Text.Length == 0 && format.EmptyIsUnset) && !IsPercentage(scalar, nodes) && CheckFormat(scalar.Text, scalar.Location, format))
                {
                    break;
                }
            }
        }

        CheckRange(scalar, Find(nodes, ConstraintKind.Minimum), Find(nodes, scalar.Kind == ScalarKind.String ? ConstraintKind.MaxPercent : ConstraintKind.Maximum));
        if (!isMissing && _found.Count == before)
        {
            CheckInVersions(scalar, nodes);
        }
    }

    /// <summary>What some versions ask of a value that all others take.</summary>
    private void CheckInVersions(ScalarNode scalar, ConstraintNode[] nodes)
    {
        int before = _found.Count;
        foreach (ConstraintNode node in nodes)
        {
            foreach (Constraint constraint in node.OfVersions)
            {
                switch (constraint.Kind)
                {
                    case var _ when !Counts(constraint):
                        break;
                    case ConstraintKind.Enum when scalar.Kind == ScalarKind.String:
                        CheckWords(scalar, constraint);
                        break;
                    case ConstraintKind.Format when scalar.Kind == ScalarKind.String && scalar.Text.Length > 0:
                        CheckFormat(scalar.Text, scalar.Location, constraint);
                        break;
                    case ConstraintKind.Minimum:
                        CheckRange(scalar, constraint, null);
                        break;
                    case ConstraintKind.MaxPercent when scalar.Kind == ScalarKind.String:
                    case ConstraintKind.Maximum when scalar.Kind != ScalarKind.String:
                        CheckRange(scalar, null, constraint);
                        break;
                }

                // One mistake is reported once.
                if (_found.Count > before)
                {
                    return;
                }
            }
        }
    }

    private void CheckWords(ScalarNode scalar, Constraint words)
    {
        if ((words.EmptyIsUnset && scalar.Text.Length == 0) || words.Arguments.Contains(scalar.Text))
        {
            return;
        }

        string taken = words.Arguments.Length < 3 ? string.Join(" or ", words.Arguments) : "one of " + string.Join(", ", words.Arguments);
        string? meant = words.Arguments.FirstOrDefault(word => string.Equals(word, scalar.Text, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Find(scalar.Text, words.Arguments);
        Report(words, scalar.Location, Phrase.Of($"'{scalar.Text}' is not a value of {Field}"), Marked(words.Advice, _owner) ?? (meant is null ? "use " + taken : $"did you mean '{meant}'?"), meant);
    }

    private static bool IsPercentage(ScalarNode scalar, ConstraintNode[] nodes) => Find(nodes, ConstraintKind.MaxPercent) is not null && Percentage(scalar) is not null;

    private void CheckRange(ScalarNode scalar, Constraint? minimum, Constraint? maximum)
    {
        long? number = scalar.TryGetInteger(out long integer) ? integer : Percentage(scalar);
        if (number is not { } value)
        {
            return;
        }

        // A field that takes percentages has a highest one.
        if (scalar.Kind == ScalarKind.String && maximum is null && minimum?.Fact is null)
        {
            return;
        }

        Constraint? broken = minimum is not null && value < minimum.Number ? minimum : maximum is not null && value > maximum.Number ? maximum : null;
        if (broken is not null)
        {
            Phrase advice = FileModeAdvice(broken, value)
                ?? (maximum is null or { Number: int.MaxValue or long.MaxValue } && minimum is not null ? $"use {minimum.Number} or more" : $"use a number from {minimum?.Number ?? 0} to {maximum?.Number}");
            Report(broken, scalar.Location, Phrase.Of($"{Field} is {scalar.Text}"), advice);
        }
    }

    /// <summary>
    /// What to do about permissions that are too large a number, which nearly always are octal digits that were read as a decimal number:
    /// 644 is above 0777. Null for all other numbers.
    /// </summary>
    private static Phrase? FileModeAdvice(Constraint broken, long value)
    {
        if (broken is not { Kind: ConstraintKind.Maximum, Number: KubernetesLimits.MaxFileMode })
        {
            return null;
        }

        string digits = value.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= 3 && digits.All(static digit => digit is >= '0' and <= '7')
            ? Phrase.Of($"permissions are octal, so write {new Permissions(Convert.ToInt64(digits, 8))} for {digits}")
            : Phrase.Of($"permissions are octal, so use at most {new Permissions(broken.Number)}");
    }

    /// <summary>The number of a percentage; null where it is none.</summary>
    private static long? Percentage(ScalarNode scalar) => scalar.Kind == ScalarKind.String
        && scalar.Text.EndsWith("%", StringComparison.Ordinal)
        && scalar.Text[0] != '+'
        && long.TryParse(scalar.Text.Substring(0, scalar.Text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long percent)
            ? percent
            : null;

    private void CheckQuantity(ScalarNode scalar, ConstraintNode[] nodes, MappingNode around)
    {
        // The API server leaves blanks around it out, and takes a suffix without digits for 0.
        string text = scalar.Text.Trim(' ');
        if (!Quantity.TryParse(text, out Quantity quantity))
        {
            bool isZero = Quantity.IsSuffix(text);
            string? meant = _path.Contains("cpu") ? Quantity.SuggestCount(text) : Quantity.Suggest(text);
            string advice = meant is not null ? $"write '{meant}'" : _path.Contains("cpu") ? "write cores ('2') or thousandths of a core ('500m')" : "write digits and one of Ki, Mi, Gi, Ti, such as '10Gi'";
            _found.Add(new ConstraintFinding("HF3008", _object, scalar.Location, isZero ? $"'{text}' has no digits" : $"'{text}' is not a quantity", isZero ? "it is 0 to the API server" : Refused, advice) { Replacement = meant });
            return;
        }

        foreach (Constraint format in FindAll(nodes, ConstraintKind.Format, around))
        {
            CheckFormat(text, scalar.Location, format);
        }

        if (Find(nodes, ConstraintKind.Minimum) is { } minimum && (minimum.Number == 0 ? quantity.IsNegative : !quantity.IsPositive))
        {
            _found.Add(new ConstraintFinding("HF3008", _object, scalar.Location, minimum.Problem is { } problem ? $"'{text}' {problem}" : minimum.Number == 0 ? $"'{text}' is negative" : $"'{text}' is not above 0", Refused, Marked(minimum.Advice, _owner) ?? (minimum.Number == 0 ? "use 0 or more" : "use a number above 0")) { Constraint = minimum });
        }
    }

    /// <summary>Whether a text has another form than it should, which is said.</summary>
    private bool CheckFormat(string text, Location? place, Constraint constraint)
    {
        ValueFormat format = constraint.Format!;
        if (format.Problem(text) is not { } problem || (constraint.Arguments[0] == "port" && IsNameOfPort(text)))
        {
            return false;
        }

        string? meant = format.Suggest(text);
        if (constraint.Problem is not null)
        {
            Report(constraint, place, $"'{text}' {constraint.Problem}", Marked(constraint.Advice, _owner) ?? format.Form, meant);
            return true;
        }

        object noun = constraint.Arguments.Length > 1 ? constraint.Arguments[1] : Field;
        switch (format.Id)
        {
            case "HF2003" or "HF2017" when noun is FieldText:
                Report(constraint, place, Phrase.Of($"'{text}' in {noun} {problem}"), format.Form + Suggestion.Text(meant), meant);
                break;
            case "HF2003":
                Report(constraint, place, Phrase.Of($"The {noun} name '{text}' {problem}"), format.Form + Suggestion.Text(meant), meant);
                break;
            case "HF2017":
                Report(constraint, place, Phrase.Of($"The {noun} '{text}' {problem}"), format.Form + Suggestion.Text(meant), meant);
                break;
            default:
                Report(constraint, place, noun is FieldText ? Phrase.Of($"'{text}' is not a value of {noun}") : $"'{text}' is not a valid {noun}", "use " + format.Form, meant);
                break;
        }

        return true;
    }

    private void CheckUnique(SequenceNode list, FieldType? itemType, FieldText whole, Constraint constraint)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ManifestNode item in list.Items)
        {
            if ((item is MappingNode ? item.At(constraint.Arguments[0]) : item) is not ScalarNode first)
            {
                continue;
            }

            string key = string.Join("/", constraint.Arguments.Select(field => (item is MappingNode ? item.At(field) : item) is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : field == "protocol" ? PortProtocol.Default : string.Empty));
            if (!seen.Add(key) && first.Text.Length > 0)
            {
                Report(
                    constraint,
                    first.Location,
                    item is MappingNode
                        ? Phrase.Of($"Two {constraint.What ?? "items"} have {new FieldText(itemType?.Name ?? string.Empty, constraint.Arguments[0], first.Text)}")
                        : Phrase.Of($"{whole} has '{first.Text}' twice"),
                    "change one of the two, or remove it");
            }
        }
    }

    private void CheckRequired(MappingNode mapping, FieldType type, string field, ConstraintNode[] nodes, ManifestNode around, bool isOfTable)
    {
        if (RequiredBy(Step(nodes, field), mapping, isOfTable) is not { } required || !IsMissing(mapping[field]) || IsMisspelt(mapping, type, field))
        {
            return;
        }

        Location? place = (mapping[field] is ScalarNode or SequenceNode ? mapping[field]!.Location : null) ?? mapping.Location ?? Near(mapping, around);
        var missing = new FieldText(type.Name, field);
        Report(
            required,
            place,
            Marked(required.Problem, type.Name) ?? Phrase.Of($"{ConstraintTable.PhraseOf(type.Name)} has no {missing}"),
            Marked(required.Advice, type.Name) ?? Phrase.Of($"set {missing}"));
    }

    /// <summary>What asks for a field: the longest row that says so or the field table; null where a row lifts that, or nothing asks.</summary>
    private static Constraint? RequiredBy(ConstraintNode[] nodes, MappingNode mapping, bool isOfTable)
    {
        foreach (ConstraintNode node in nodes)
        {
            if (node.Constraints.Find(static constraint => constraint.Kind is ConstraintKind.Required or ConstraintKind.Optional or ConstraintKind.Unchecked) is { } found)
            {
                return found.Kind == ConstraintKind.Required && found.When?.Holds(mapping) != false ? found : null;
            }
        }

        return isOfTable ? OfTable : null;
    }

    private void CheckFields(MappingNode mapping, FieldType type, Constraint constraint, ManifestNode around)
    {
        switch (constraint.Kind)
        {
            case ConstraintKind.OneOf or ConstraintKind.AtMostOne when constraint.When?.Holds(mapping) != false:
                string[] given = [.. constraint.Arguments.Where(field => mapping[field] is not (null or ScalarNode { Kind: ScalarKind.Null }))];
                bool isOpen = given.Any(field => mapping[field] is UnknownNode) || mapping.IsOpen;
                if (given.Length > 1 && !isOpen)
                {
                    ReportAt(mapping[given[1]]!, Phrase.Of($"{What()} has {Names(given, " and ")} at once"));
                }
                else if (given.Length == 0 && !isOpen && constraint.Kind == ConstraintKind.OneOf)
                {
                    ReportAt(mapping, Phrase.Of($"{What()} has none of {Names(constraint.Arguments, ", ")}"));
                }

                break;
            case ConstraintKind.Require when constraint.When?.Holds(mapping) != false:
                foreach (string field in constraint.Arguments.Where(field => IsMissing(mapping.At(field.Split('.'))) && !IsMisspelt(mapping, type, field)))
                {
                    ManifestNode? cause = constraint.When is { } when ? mapping.At(when.FirstField) : null;
                    Report(constraint, (cause ?? mapping).Locations().FirstOrDefault() ?? Near(mapping, around), Marked(constraint.Problem, type.Name) ?? Phrase.Of($"{What()} has no {Name(field)}"), Marked(constraint.Advice, type.Name) ?? Phrase.Of($"set {Name(field)}"));
                }

                break;
            case ConstraintKind.Forbid when constraint.When?.Holds(mapping) != false:
                foreach (string field in constraint.Arguments)
                {
                    if (mapping.At(field.Split('.')) is { } given2 and not UnknownNode && !IsMissing(given2))
                    {
                        ManifestNode? cause = constraint.When is { } reason ? mapping.At(reason.FirstField) : null;
                        Report(constraint, given2.Locations().FirstOrDefault() ?? cause?.Locations().FirstOrDefault() ?? Near(mapping, around), Marked(constraint.Problem, type.Name) ?? Phrase.Of($"{What()} has {Name(field)}"), Marked(constraint.Advice, type.Name) ?? Phrase.Of($"remove {Name(field)}"));
                    }
                }

                break;
        }

        string What() => constraint.What ?? ConstraintTable.PhraseOf(type.Name);

        FieldText Name(string field) => FieldText.Read(field, type.Name);

        Phrase Names(IEnumerable<string> fields, string separator) => Phrase.Join(separator, fields.Select(Name));

        void ReportAt(ManifestNode place, Phrase problem) => Report(
            constraint,
            place.Locations().FirstOrDefault() ?? Near(mapping, around),
            Marked(constraint.Problem, type.Name) ?? problem,
            Marked(constraint.Advice, type.Name) ?? Phrase.Of($"set one of {Names(constraint.Arguments, ", ")}"));
    }

    /// <summary>Whether a field is there under a name that does not exist, which is another finding.</summary>
    private static bool IsMisspelt(MappingNode mapping, FieldType type, string field) =>
        mapping.Entries.Any(entry => FieldTable.FieldOf(type, entry.Key) is null && NearestName.Find(entry.Key, [field]) is not null);

    private static Location? Near(MappingNode mapping, ManifestNode around) => mapping.Locations().FirstOrDefault() ?? around.At("image")?.Location ?? around.Locations().FirstOrDefault();

    private void ReportField(MappingEntry entry, FieldType type)
    {
        string? nearest = NearestName.Find(entry.Key, FieldTable.FieldsOf(type).Keys);
        Add(
            "HF9009",
            entry.KeyLocation,
            $"'{entry.Key}' is not a field of {type.Name}",
            Refused,
            nearest is null ? $"'kubectl explain {string.Join(".", [_kind.ToLowerInvariant(), .. _path])}' lists those that are" : $"did you mean '{nearest}'?",
            DiagnosticSeverity.Error,
            nearest);
    }

    private void ReportType(ManifestNode node, FieldType type) => Add(
        "HF9010",
        node.Locations().FirstOrDefault(),
        _path.Count == 0
            ? $"'{_kind}' takes {ValueTypes.Describe(type.Kind)}, but this is {ValueTypes.Describe(node)}"
            : Phrase.Of($"{Field} takes {ValueTypes.Describe(type.Kind)}, but this is {ValueTypes.Describe(node)}"),
        Refused,
        ValueTypes.Advice(type.Kind, node).TrimStart(';', ' ') is { Length: > 0 } advice ? advice : $"write {ValueTypes.Describe(type.Kind)}",
        DiagnosticSeverity.Error,
        null);

    /// <summary>A field that some of the versions do not have, or have and drop.</summary>
    private void CheckVersion(MappingEntry entry, FieldType type, FieldVersion version)
    {
        Location? place = entry.KeyLocation ?? entry.Value.Locations().FirstOrDefault();
        KubernetesVersions lacking = _target.Versions.Except(version.Exists);
        if (!lacking.IsEmpty)
        {
            Add("HF9009", place, $"'{entry.Key}' is a field of {type.Name} in Kubernetes {version.Exists}", RefusedIn(lacking), "leave it out, or set HoldfastKubernetesVersion to the versions that your clusters have", _target.SeverityIn(lacking), null);
        }
        else if (version.Gate is { } gate && _target.Without(gate) is { IsEmpty: false } dropping)
        {
            Add("HF9009", place, $"'{entry.Key}' of {type.Name} needs the feature gate {gate.Name}, which is off by default in Kubernetes {dropping}", "the API server drops it there silently", "leave it out, or suppress this where your clusters have the gate on", DiagnosticSeverity.Warning, null);
        }
    }

    /// <summary>Whether any of the versions asks for it.</summary>
    private bool Counts(Constraint constraint) => constraint.Fact is null || !VersionsOf(constraint, constraint.Fact).IsEmpty;

    private KubernetesVersions VersionsOf(Constraint constraint, KubernetesFact fact) => constraint.IsWithoutFact ? _target.Without(fact) : _target.With(fact);

    private string RefusedIn(KubernetesVersions versions) => $"the API server of Kubernetes {versions} refuses the {_kind}";

    private void Report(Constraint constraint, Location? place, Phrase problem, Phrase advice, string? replacement = null)
    {
        if (constraint.Fact is { } fact)
        {
            KubernetesVersions versions = VersionsOf(constraint, fact);
            DiagnosticSeverity severity = constraint.Severity == DiagnosticSeverity.Error ? _target.SeverityIn(versions) : constraint.Severity;
            Add(constraint.Id, place, problem, constraint.Consequence is { } consequence ? $"{consequence} on Kubernetes {versions}" : RefusedIn(versions), advice, severity, replacement, constraint);
            return;
        }

        Add(constraint.Id, place, problem, constraint.Consequence ?? Refused, advice, constraint.Severity, replacement, constraint);
    }

    private void Add(string id, Location? place, Phrase problem, string consequence, Phrase advice, DiagnosticSeverity severity, string? replacement, Constraint? constraint = null)
    {
        // Of a part, only what no completion fixes is known.
        if (!_isPart || id is "HF9009" or "HF9010")
        {
            _found.Add(new ConstraintFinding(id, _object, place, problem, consequence, advice) { Severity = severity, Replacement = replacement, Constraint = constraint });
        }
    }

    private IEnumerable<MappingNode> ClaimTemplates => _object.At("spec", "volumeClaimTemplates").Mappings();

    /// <summary>Whether a container gives a port this name: one mistake is reported once, where the port gets it.</summary>
    private bool IsNameOfPort(string text) => PodOwnerView.Of(_object) is { } pods
        && pods.Containers.SelectMany(static container => container["ports"].Mappings()).Any(port => port["name"].Is(text));

    /// <summary>The field that is looked at.</summary>
    private FieldText Field => new(_owner, _path[_path.Count - 1]);

    /// <summary>A text of a row; null where it has none.</summary>
    private static Phrase? Marked(string? text, string owner) => text is null ? null : Phrase.Of(text, owner);

    private string Refused => $"the API server refuses the {_kind}";

    /// <summary>What is missing to the API server: nothing, an empty text or list.</summary>
    private static bool IsMissing(ManifestNode? node) =>
        node is null or ScalarNode { Kind: ScalarKind.Null } or ScalarNode { Kind: ScalarKind.String, Text.Length: 0 } or SequenceNode { Items.Count: 0 };

    private static ConstraintNode[] Step(ConstraintNode[] nodes, string field)
    {
        ConstraintNode? first = null;
        List<ConstraintNode>? all = null;
        foreach (ConstraintNode node in nodes)
        {
            if (node.Field(field) is { } next)
            {
                if (first is null)
                {
                    first = next;
                }
                else
                {
                    (all ??= [first]).Add(next);
                }
            }
        }

        return all is not null ? [.. all] : first is not null ? [first] : None;
    }

    /// <summary>The constraint of a kind that the longest row has; null where none has one.</summary>
    private static Constraint? Find(ConstraintNode[] nodes, ConstraintKind kind, MappingNode? around = null)
    {
        foreach (ConstraintNode node in nodes)
        {
            foreach (Constraint constraint in node.Constraints)
            {
                if (constraint.Kind == kind && Counts(constraint, around))
                {
                    return constraint;
                }

                if (constraint.Kind == ConstraintKind.Unchecked)
                {
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>Those of a kind that the rows of the longest path have, in their order: a later one may be milder than an earlier one.</summary>
    private static IEnumerable<Constraint> FindAll(ConstraintNode[] nodes, ConstraintKind kind, MappingNode? around = null) => Find(nodes, kind, around) is { } first
        ? nodes.First(node => node.Constraints.Contains(first)).Constraints.Where(constraint => constraint.Kind == kind && Counts(constraint, around))
        : [];

    private static bool Counts(Constraint constraint, MappingNode? around) =>
        constraint.Fact is null && (constraint.When is null || (around is not null && constraint.When.Holds(around)));
}
