using System.Globalization;
using Holdfast.Analyzers.Model.Fields;
using Holdfast.Analyzers.Rules;
using Holdfast.Analyzers.Rules.Containers;
using Holdfast.Analyzers.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Model.Constraints;

/// <summary>
/// Follows the types of an object's fields down the tree and holds each value to what the field table and the rows say of it. What
/// has a type of its own is judged wherever the type is used; what has none, such as the entries of a ConfigMap, is never looked at.
/// </summary>
internal sealed class ConstraintWalk
{
    private static readonly ConstraintNode[] None = [];

    private readonly MappingNode _object;

    private readonly string _kind;

    private readonly bool _isPart;

    private readonly List<string> _path = [];

    /// <summary>The type that has the field which is looked at.</summary>
    private string _owner = string.Empty;

    private readonly List<ConstraintFinding> _found = [];

    private ConstraintWalk(MappingNode node, bool isPart)
    {
        _object = node;
        _kind = ObjectView.KindOf(node);
        _isPart = isPart;
    }

    /// <param name="node">An object, of whatever kind.</param>
    /// <param name="isPart">Whether something else completes it, so that only its fields and their types can be judged.</param>
    public static List<ConstraintFinding> Find(MappingNode node, bool isPart = false)
    {
        var walk = new ConstraintWalk(node, isPart);
        if (FieldTable.Find(ObjectView.ApiVersionOf(node), walk._kind) is { } type)
        {
            walk.VisitMapping(node, type, None, node);
        }

        return walk._found;
    }

    private void VisitMapping(MappingNode mapping, FieldType type, ConstraintNode[] reached, ManifestNode around)
    {
        ConstraintNode[] nodes = ConstraintTable.Of(type.Name) is { } own ? [.. reached, own] : reached;
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (FieldTable.FieldOf(type, entry.Key) is not { } field)
            {
                ReportField(entry, type);
                continue;
            }

            _path.Add(entry.Key);
            _owner = type.Name;
            Visit(entry.Value, field, Step(nodes, entry.Key), mapping, inList: false);
            _path.RemoveAt(_path.Count - 1);
        }

        _owner = type.Name;
        if (_isPart)
        {
            return;
        }

        // What an attribute makes lacks a field while its argument is half-typed.
        bool isWritten = mapping.IsWritten();
        foreach (string field in isWritten ? FieldTable.RequiredOf(type) : [])
        {
            CheckRequired(mapping, type, field, nodes, around, isOfTable: true);
        }

        foreach (ConstraintNode node in nodes)
        {
            foreach (KeyValuePair<string, ConstraintNode> field in node.Fields)
            {
                if (field.Value.Constraints.Exists(constraint => constraint.Kind == ConstraintKind.Required && (constraint.CountsInAttributes ?? isWritten)))
                {
                    CheckRequired(mapping, type, field.Key, nodes, around, isOfTable: false);
                }
            }
        }

        foreach (ConstraintNode node in nodes)
        {
            foreach (Constraint constraint in node.Constraints)
            {
                CheckFields(mapping, type, constraint, around);
            }

            if (node.Constraints.Exists(static constraint => constraint.Kind == ConstraintKind.Unchecked))
            {
                break;
            }
        }
    }

    private void Visit(ManifestNode node, FieldType type, ConstraintNode[] nodes, MappingNode around, bool inList)
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

            node = type.Kind is FieldKind.Object ? new MappingNode([], missing.Origin)
                : type.Kind is FieldKind.String ? ScalarNode.String(string.Empty, missing.Origin)
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
                CheckScalar(scalar, type, nodes, around);
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
        Constraint? keys = Find(nodes, ConstraintKind.Keys);
        Constraint? values = Find(nodes, ConstraintKind.Values);
        foreach (MappingEntry entry in map.Entries)
        {
            _path.Add(entry.Key);

            // A label that no user wrote is made of a name, which is judged as such; but a namespace is a value.
            if (keys is not null && entry.KeyOrigin is not null)
            {
                CheckFormat(entry.Key, entry.KeyOrigin, keys);
            }

            if (values is not null && entry.Value is ScalarNode { Kind: ScalarKind.String } value && (entry.KeyOrigin is not null || values.Arguments[1] == "namespace"))
            {
                CheckFormat(value.Text, value.Origin, values);
            }

            Visit(entry.Value, type.Item ?? FieldType.Any, [.. Step(nodes, entry.Key), .. nodes], map, inList: false);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void VisitList(SequenceNode list, FieldType type, ConstraintNode[] nodes, MappingNode around)
    {
        // Items have types of their own.
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
                if (constraint.Kind == ConstraintKind.Unique)
                {
                    CheckUnique(list, type.Item, field, constraint);
                }
                else if (constraint.Kind == ConstraintKind.MinItems && list.Items.Count < constraint.Number)
                {
                    Report(constraint, list.Origins().FirstOrDefault() ?? Near(around, around), Marked(constraint.Problem, owner) ?? Phrase.Of($"{field} has {list.Items.Count} items"), Marked(constraint.Advice, owner) ?? $"use {constraint.Number} or more");
                }
                else if (constraint.Kind == ConstraintKind.MaxItems && list.Items.Count > constraint.Number && constraint.When?.Holds(around) != false)
                {
                    Report(constraint, list.Origin ?? list.Origins().FirstOrDefault(), Marked(constraint.Problem, owner) ?? Phrase.Of($"{field} has {list.Items.Count} items"), Marked(constraint.Advice, owner) ?? $"use {constraint.Number} or fewer");
                }
            }
        }
    }

    private void CheckScalar(ScalarNode scalar, FieldType type, ConstraintNode[] nodes, MappingNode around)
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

        if (scalar.Kind == ScalarKind.String)
        {
            if (Find(nodes, ConstraintKind.Enum, around) is { } words && !(words.EmptyIsUnset && scalar.Text.Length == 0) && !words.Arguments.Contains(scalar.Text))
            {
                string taken = words.Arguments.Length < 3 ? string.Join(" or ", words.Arguments) : "one of " + string.Join(", ", words.Arguments);
                string? meant = words.Arguments.FirstOrDefault(word => string.Equals(word, scalar.Text, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Find(scalar.Text, words.Arguments);
                Report(words, scalar.Origin, Phrase.Of($"'{scalar.Text}' is not a value of {Field}"), meant is null ? "use " + taken : $"did you mean '{meant}'?", meant);
            }

            // A text that is missing is another finding.
            if (Find(nodes, ConstraintKind.Format, around) is { } format
                && !(scalar.Text.Length == 0 && (format.EmptyIsUnset || (IsRequired(nodes) && around.IsWritten())))
                && !IsPercentage(scalar, nodes))
            {
                CheckFormat(scalar.Text, scalar.Origin, format);
            }
        }

        CheckRange(scalar, nodes);
    }

    private static bool IsRequired(ConstraintNode[] nodes) => Find(nodes, ConstraintKind.Required) is not null;

    private static bool IsPercentage(ScalarNode scalar, ConstraintNode[] nodes) => Find(nodes, ConstraintKind.MaxPercent) is not null && Percentage(scalar) is not null;

    private void CheckRange(ScalarNode scalar, ConstraintNode[] nodes)
    {
        long? number = scalar.TryGetInteger(out long integer) ? integer : Percentage(scalar);
        if (number is not { } value)
        {
            return;
        }

        bool isPercentage = scalar.Kind == ScalarKind.String;
        Constraint? minimum = Find(nodes, ConstraintKind.Minimum);
        Constraint? maximum = Find(nodes, isPercentage ? ConstraintKind.MaxPercent : ConstraintKind.Maximum);
        if (isPercentage && maximum is null)
        {
            return;
        }

        Constraint? broken = minimum is not null && value < minimum.Number ? minimum : maximum is not null && value > maximum.Number ? maximum : null;
        if (broken is not null)
        {
            Phrase advice = FileModeAdvice(broken, value)
                ?? (maximum is null or { Number: int.MaxValue or long.MaxValue } && minimum is not null ? $"use {minimum.Number} or more" : $"use a number from {minimum?.Number ?? 0} to {maximum?.Number}");
            Report(broken, scalar.Origin, Phrase.Of($"{Field} is {scalar.Text}"), advice);
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
            _found.Add(new ConstraintFinding("HF3008", _object, scalar.Origin, isZero ? $"'{text}' has no digits" : $"'{text}' is not a quantity", isZero ? "it is 0 to the API server" : Refused, advice) { Replacement = meant });
            return;
        }

        if (Find(nodes, ConstraintKind.Format, around) is { } format)
        {
            CheckFormat(text, scalar.Origin, format);
        }

        if (Find(nodes, ConstraintKind.Minimum) is { } minimum && (minimum.Number == 0 ? quantity.IsNegative : !quantity.IsPositive))
        {
            _found.Add(new ConstraintFinding("HF3008", _object, scalar.Origin, minimum.Problem is { } problem ? $"'{text}' {problem}" : minimum.Number == 0 ? $"'{text}' is negative" : $"'{text}' is not above 0", Refused, Marked(minimum.Advice, _owner) ?? (minimum.Number == 0 ? "use 0 or more" : "use a number above 0")));
        }
    }

    private void CheckFormat(string text, Location? place, Constraint constraint)
    {
        ValueFormat format = constraint.Format!;
        if (format.Problem(text) is not { } problem || (constraint.Arguments[0] == "port" && IsNameOfPort(text)))
        {
            return;
        }

        string? meant = format.Suggest(text);
        if (constraint.Problem is not null)
        {
            Report(constraint, place, $"'{text}' {constraint.Problem}", Marked(constraint.Advice, _owner) ?? format.Form, meant);
            return;
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
                    first.Origin,
                    item is MappingNode
                        ? Phrase.Of($"Two {constraint.What ?? "items"} have {new FieldText(itemType?.Name ?? string.Empty, constraint.Arguments[0], first.Text)}")
                        : Phrase.Of($"{whole} has '{first.Text}' twice"),
                    "change one of the two, or remove it");
            }
        }
    }

    private void CheckRequired(MappingNode mapping, FieldType type, string field, ConstraintNode[] nodes, ManifestNode around, bool isOfTable)
    {
        ConstraintNode[] reached = Step(nodes, field);
        Constraint? required = null;
        foreach (ConstraintNode node in reached)
        {
            if (node.Constraints.Find(static constraint => constraint.Kind is ConstraintKind.Required or ConstraintKind.Optional or ConstraintKind.Unchecked) is { } found)
            {
                required = found;
                break;
            }
        }

        if ((required is null && !isOfTable) || required?.Kind is ConstraintKind.Optional or ConstraintKind.Unchecked || required?.When?.Holds(mapping) == false || !IsMissing(mapping[field]) || IsMisspelt(mapping, type, field))
        {
            return;
        }

        Location? place = (mapping[field] is ScalarNode or SequenceNode ? mapping[field]!.Origin : null) ?? mapping.Origin ?? Near(mapping, around);
        var missing = new FieldText(type.Name, field);
        Phrase problem = Marked(required?.Problem, type.Name) ?? Phrase.Of($"{ConstraintTable.PhraseOf(type.Name)} has no {missing}");
        Phrase advice = Marked(required?.Advice, type.Name) ?? Phrase.Of($"set {missing}");
        if (required is null)
        {
            Add("HF6007", place, problem, Refused, advice, DiagnosticSeverity.Error, null);
        }
        else
        {
            Report(required, place, problem, advice);
        }
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
            case ConstraintKind.Require when (constraint.CountsInAttributes != false || mapping.IsWritten()) && constraint.When?.Holds(mapping) != false:
                foreach (string field in constraint.Arguments.Where(field => IsMissing(mapping.At(field.Split('.'))) && !IsMisspelt(mapping, type, field)))
                {
                    ManifestNode? cause = constraint.When is { } when ? mapping.At(when.FirstField) : null;
                    Report(constraint, (cause ?? mapping).Origins().FirstOrDefault() ?? Near(mapping, around), Marked(constraint.Problem, type.Name) ?? Phrase.Of($"{What()} has no {Name(field)}"), Marked(constraint.Advice, type.Name) ?? Phrase.Of($"set {Name(field)}"));
                }

                break;
            case ConstraintKind.Forbid when constraint.When?.Holds(mapping) != false:
                foreach (string field in constraint.Arguments)
                {
                    if (mapping.At(field.Split('.')) is { } given2 and not UnknownNode && !IsMissing(given2))
                    {
                        ManifestNode? cause = constraint.When is { } reason ? mapping.At(reason.FirstField) : null;
                        Report(constraint, given2.Origins().FirstOrDefault() ?? cause?.Origins().FirstOrDefault() ?? Near(mapping, around), Marked(constraint.Problem, type.Name) ?? Phrase.Of($"{What()} has {Name(field)}"), Marked(constraint.Advice, type.Name) ?? Phrase.Of($"remove {Name(field)}"));
                    }
                }

                break;
        }

        string What() => constraint.What ?? ConstraintTable.PhraseOf(type.Name);

        FieldText Name(string field) => FieldText.Read(field, type.Name);

        Phrase Names(IEnumerable<string> fields, string separator) => Phrase.Join(separator, fields.Select(Name));

        void ReportAt(ManifestNode place, Phrase problem) => Report(
            constraint,
            place.Origins().FirstOrDefault() ?? Near(mapping, around),
            Marked(constraint.Problem, type.Name) ?? problem,
            Marked(constraint.Advice, type.Name) ?? Phrase.Of($"set one of {Names(constraint.Arguments, ", ")}"));
    }

    /// <summary>Whether a field is there under a name that does not exist, which is another finding.</summary>
    private static bool IsMisspelt(MappingNode mapping, FieldType type, string field) =>
        mapping.Entries.Any(entry => FieldTable.FieldOf(type, entry.Key) is null && NearestName.Find(entry.Key, [field]) is not null);

    private static Location? Near(MappingNode mapping, ManifestNode around) => mapping.Origins().FirstOrDefault() ?? around.At("image")?.Origin ?? around.Origins().FirstOrDefault();

    private void ReportField(MappingEntry entry, FieldType type)
    {
        string? nearest = NearestName.Find(entry.Key, FieldTable.FieldsOf(type).Keys);
        Add(
            "HF9009",
            entry.KeyOrigin,
            $"'{entry.Key}' is not a field of {type.Name}",
            Refused,
            nearest is null ? $"'kubectl explain {string.Join(".", [_kind.ToLowerInvariant(), .. _path])}' lists those that are" : $"did you mean '{nearest}'?",
            DiagnosticSeverity.Error,
            nearest);
    }

    private void ReportType(ManifestNode node, FieldType type) => Add(
        "HF9010",
        node.Origins().FirstOrDefault(),
        _path.Count == 0
            ? $"'{_kind}' takes {ValueTypes.Describe(type.Kind)}, but this is {ValueTypes.Describe(node)}"
            : Phrase.Of($"{Field} takes {ValueTypes.Describe(type.Kind)}, but this is {ValueTypes.Describe(node)}"),
        Refused,
        ValueTypes.Advice(type.Kind, node).TrimStart(';', ' ') is { Length: > 0 } advice ? advice : $"write {ValueTypes.Describe(type.Kind)}",
        DiagnosticSeverity.Error,
        null);

    private void Report(Constraint constraint, Location? place, Phrase problem, Phrase advice, string? replacement = null) =>
        Add(constraint.Id, place, problem, constraint.Consequence ?? Refused, advice, constraint.Severity, replacement);

    private void Add(string id, Location? place, Phrase problem, string consequence, Phrase advice, DiagnosticSeverity severity, string? replacement)
    {
        // Of a part, only what no completion mends is known.
        if (!_isPart || id is "HF9009" or "HF9010")
        {
            _found.Add(new ConstraintFinding(id, _object, place, problem, consequence, advice) { Severity = severity, Replacement = replacement });
        }
    }

    private IEnumerable<MappingNode> ClaimTemplates => _object.At("spec", "volumeClaimTemplates").Mappings();

    /// <summary>Whether a container gives a port this name: one mistake is told once, where the port gets it.</summary>
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
                if (constraint.Kind == kind && (constraint.When is null || (around is not null && constraint.When.Holds(around))))
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
}
