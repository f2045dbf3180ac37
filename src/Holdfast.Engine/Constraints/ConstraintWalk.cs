using System.Collections.Immutable;
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
    private readonly KubernetesTarget _target;

    private readonly bool _isPart;

    private readonly bool _keepsValues;

    /// <summary>The fields that lead to what is looked at; more than there mostly are.</summary>
    private readonly List<string> _path = new(capacity: 16);

    /// <summary>The type that has the field which is looked at.</summary>
    private string _owner = string.Empty;

    private readonly List<ConstraintFinding> _found = [];

    private MappingNode _object;

    private string _kind;

    /// <summary>For the items of a list that are compared.</summary>
    private HashSet<string>? _seen;

    private ConstraintWalk(MappingNode node, KubernetesTarget target, bool isPart, bool keepsValues)
    {
        _target = target;
        _object = node;
        _kind = ObjectView.KindOf(node);
        _isPart = isPart;
        _keepsValues = keepsValues;
    }

    /// <param name="node">An object, of whatever kind.</param>
    /// <param name="target">The versions of Kubernetes that it is for.</param>
    /// <param name="isPart">Whether something else completes it, so that only its fields and their types can be judged.</param>
    /// <param name="keepsValues">Whether what completes it leaves its values, so that they can be judged, too.</param>
    public static List<ConstraintFinding> Find(MappingNode node, KubernetesTarget target, bool isPart = false, bool keepsValues = false) =>
        Find([node], target, isPart, keepsValues);

    /// <param name="nodes">Objects, of whatever kinds.</param>
    /// <inheritdoc cref="Find(MappingNode, KubernetesTarget, bool, bool)"/>
    public static List<ConstraintFinding> Find(ImmutableArray<MappingNode> nodes, KubernetesTarget target, bool isPart = false, bool keepsValues = false)
    {
        if (nodes.IsEmpty)
        {
            return [];
        }

        var walk = new ConstraintWalk(nodes[0], target, isPart, keepsValues);
        foreach (MappingNode node in nodes)
        {
            if (ConstraintFields.Of(node) is { } fields)
            {
                walk._object = node;
                walk._kind = ObjectView.KindOf(node);
                walk.VisitMapping(node, fields, node);
            }
        }

        return walk._found;
    }

    private void VisitMapping(MappingNode mapping, ConstraintFields fields, ManifestNode around)
    {
        FieldType type = fields.Type;
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (fields.Field(entry.Key) is not { } field)
            {
                ReportField(entry, type);
                continue;
            }

            _path.Add(entry.Key);
            if (field.Version is { } version && !IsMissing(entry.Value))
            {
                CheckVersion(entry, type, version);
            }

            _owner = type.Name;
            Visit(entry.Value, field, mapping, inList: false);
            _path.RemoveAt(_path.Count - 1);
        }

        _owner = type.Name;
        if (_isPart)
        {
            return;
        }

        // What an attribute makes lacks a field while its argument is half-typed.
        bool isWritten = mapping.IsWritten();
        if (isWritten)
        {
            foreach (ConstraintPlace field in fields.RequiredByTable)
            {
                CheckRequired(mapping, type, field, around);
            }
        }

        foreach (ConstraintPlace field in isWritten ? fields.RequiredByRows : fields.RequiredAlways)
        {
            CheckRequired(mapping, type, field, around);
        }

        foreach (Constraint constraint in fields.OfMapping)
        {
            if (Counts(constraint) && constraint.When?.Holds(mapping) != false)
            {
                CheckFields(mapping, type, constraint, around);
            }
        }
    }

    private void Visit(ManifestNode node, ConstraintPlace place, MappingNode around, bool inList)
    {
        FieldType type = place.Type;
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
                VisitMapping(mapping, place.Fields, around);
                break;
            case MappingNode mapping when type.Kind == FieldKind.Map:
                VisitMap(mapping, place);
                break;
            case SequenceNode sequence when type.Kind == FieldKind.List:
                VisitList(sequence, place, around);
                break;
            case ScalarNode scalar when ValueTypes.Accepts(type.Kind, scalar):
                CheckScalar(scalar, place, around);
                break;
            case ScalarNode { Kind: ScalarKind.Null }:
                break;
            default:
                ReportType(node, type);
                break;
        }
    }

    private void VisitMap(MappingNode map, ConstraintPlace place)
    {
        foreach (MappingEntry entry in map.Entries)
        {
            _path.Add(entry.Key);

            // A label that no user wrote is made of a name, which is judged as such; but a namespace is a value.
            if (entry.KeyPlace.IsKnown)
            {
                foreach (Constraint format in place.Keys)
                {
                    if (CheckFormat(entry.Key, entry.KeyPlace, format))
                    {
                        break;
                    }
                }
            }

            if (place.Values is { } values && entry.Value is ScalarNode { Kind: ScalarKind.String } value && (entry.KeyPlace.IsKnown || values.Arguments[1] == "namespace"))
            {
                CheckFormat(value.Text, value.Place, values);
            }

            Visit(entry.Value, place.Entry(entry.Key), map, inList: false);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void VisitList(SequenceNode list, ConstraintPlace place, MappingNode around)
    {
        // Items have their own types.
        string owner = _owner;
        ConstraintPlace item = place.Item;
        foreach (ManifestNode node in list.Items)
        {
            // A claim template of the same name takes the volume's place, which is not even looked at (1.36).
            if (item.Type.Name == "Volume" && _kind == StatefulSetView.Kind && IsReplaced(node))
            {
                continue;
            }

            Visit(node, item, around, inList: true);
        }

        if (_isPart)
        {
            return;
        }

        foreach (Constraint constraint in place.OfList)
        {
            if (!Counts(constraint))
            {
                continue;
            }

            if (constraint.Kind == ConstraintKind.Unique)
            {
                CheckUnique(list, item.Type, owner, constraint);
            }
            else if (constraint.Kind == ConstraintKind.MinItems && list.Items.Count < constraint.Number)
            {
                Report(constraint, list.Locations().FirstOrDefault() ?? Near(around, around), Marked(constraint.Problem, owner) ?? Phrase.Of($"{FieldOf(owner)} has {list.Items.Count} items"), Marked(constraint.Advice, owner) ?? $"use {constraint.Number} or more");
            }
            else if (constraint.Kind == ConstraintKind.MaxItems && list.Items.Count > constraint.Number && constraint.When?.Holds(around) != false)
            {
                Report(constraint, list.Location ?? list.Locations().FirstOrDefault(), Marked(constraint.Problem, owner) ?? Phrase.Of($"{FieldOf(owner)} has {list.Items.Count} items"), Marked(constraint.Advice, owner) ?? $"use {constraint.Number} or fewer");
            }
        }
    }

    private void CheckScalar(ScalarNode scalar, ConstraintPlace place, MappingNode around)
    {
        if (place.Type.Kind == FieldKind.Quantity)
        {
            CheckQuantity(scalar, place, around);
            return;
        }

        if (!place.HasRows)
        {
            return;
        }

        int before = _found.Count;

        // A text that is missing is another finding.
        bool isMissing = scalar is { Kind: ScalarKind.String, Text.Length: 0 } && around.IsWritten() && place.RequiredBy(around) is not null;
        if (scalar.Kind == ScalarKind.String && !isMissing)
        {
            foreach (Constraint words in place.Enums)
            {
                if (words.When?.Holds(around) != false)
                {
                    CheckWords(scalar, words);
                    break;
                }
            }

            CheckFormats(scalar, scalar.Text, place, around);
        }

        CheckRange(scalar, place.Minimum, scalar.Kind == ScalarKind.String ? place.MaxPercent : place.Maximum);
        if (!isMissing && _found.Count == before)
        {
            CheckInVersions(scalar, place);
        }
    }

    /// <summary>Holds a text to the formats of the longest path that has one: a later row of it may be milder than an earlier one.</summary>
    private void CheckFormats(ScalarNode scalar, string text, ConstraintPlace place, MappingNode around)
    {
        foreach (Constraint[] row in place.Formats)
        {
            bool counts = false;
            foreach (Constraint format in row)
            {
                if (format.When?.Holds(around) == false)
                {
                    continue;
                }

                counts = true;
                bool isRight = (text.Length == 0 && format.EmptyIsUnset) || (place.MaxPercent is not null && Percentage(scalar) is not null);
                if (!isRight && CheckFormat(text, scalar.Place, format))
                {
                    return;
                }
            }

            if (counts)
            {
                return;
            }
        }
    }

    /// <summary>What some versions ask of a value that all others take.</summary>
    private void CheckInVersions(ScalarNode scalar, ConstraintPlace place)
    {
        int before = _found.Count;
        foreach (Constraint constraint in place.OfVersions)
        {
            switch (constraint.Kind)
            {
                case var _ when !Counts(constraint):
                    break;
                case ConstraintKind.Enum when scalar.Kind == ScalarKind.String:
                    CheckWords(scalar, constraint);
                    break;
                case ConstraintKind.Format when scalar.Kind == ScalarKind.String && scalar.Text.Length > 0:
                    CheckFormat(scalar.Text, scalar.Place, constraint);
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

    private void CheckRange(ScalarNode scalar, Constraint? minimum, Constraint? maximum)
    {
        if (minimum is null && maximum is null)
        {
            return;
        }

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

    private void CheckQuantity(ScalarNode scalar, ConstraintPlace place, MappingNode around)
    {
        // The API server leaves blanks around it out, and takes a suffix without digits for 0.
        string text = scalar.Text is { Length: > 0 } written && (written[0] == ' ' || written[written.Length - 1] == ' ') ? written.Trim(' ') : scalar.Text;
        if (!Quantity.TryParse(text, out Quantity quantity))
        {
            bool isZero = Quantity.IsSuffix(text);
            string? meant = _path.Contains("cpu") ? Quantity.SuggestCount(text) : Quantity.Suggest(text);
            string advice = meant is not null ? $"write '{meant}'" : _path.Contains("cpu") ? "write cores ('2') or thousandths of a core ('500m')" : "write digits and one of Ki, Mi, Gi, Ti, such as '10Gi'";
            _found.Add(new ConstraintFinding("HF3008", _object, scalar.Location, isZero ? $"'{text}' has no digits" : $"'{text}' is not a quantity", isZero ? "it is 0 to the API server" : Refused, advice) { Replacement = meant });
            return;
        }

        CheckFormats(scalar, text, place, around);
        if (place.Minimum is { } minimum && (minimum.Number == 0 ? quantity.IsNegative : !quantity.IsPositive))
        {
            _found.Add(new ConstraintFinding("HF3008", _object, scalar.Location, minimum.Problem is { } problem ? $"'{text}' {problem}" : minimum.Number == 0 ? $"'{text}' is negative" : $"'{text}' is not above 0", ConsequenceOf(minimum), Marked(minimum.Advice, _owner) ?? (minimum.Number == 0 ? "use 0 or more" : "use a number above 0")) { Constraint = minimum });
        }
    }

    /// <summary>Whether a text has another form than it should, which is said.</summary>
    private bool CheckFormat(string text, NodeLocation place, Constraint constraint)
    {
        ValueFormat format = constraint.Format!;
        if (format.Problem(text) is not { } problem || (constraint.Arguments[0] == "port" && IsNameOfPort(text)))
        {
            return false;
        }

        string? meant = format.Suggest(text);
        if (constraint.Problem is not null)
        {
            Report(constraint, place.Location, $"'{text}' {constraint.Problem}", Marked(constraint.Advice, _owner) ?? format.Form, meant);
            return true;
        }

        object noun = constraint.Arguments.Length > 1 ? constraint.Arguments[1] : Field;
        switch (format.Id)
        {
            case "HF2003" or "HF2017" when noun is FieldText:
                Report(constraint, place.Location, Phrase.Of($"'{text}' in {noun} {problem}"), format.Form + Suggestion.Text(meant), meant);
                break;
            case "HF2003":
                Report(constraint, place.Location, Phrase.Of($"The {noun} name '{text}' {problem}"), format.Form + Suggestion.Text(meant), meant);
                break;
            case "HF2017":
                Report(constraint, place.Location, Phrase.Of($"The {noun} '{text}' {problem}"), format.Form + Suggestion.Text(meant), meant);
                break;
            default:
                Report(constraint, place.Location, noun is FieldText ? Phrase.Of($"'{text}' is not a value of {noun}") : $"'{text}' is not a valid {noun}", "use " + format.Form, meant);
                break;
        }

        return true;
    }

    private void CheckUnique(SequenceNode list, FieldType itemType, string owner, Constraint constraint)
    {
        if (list.Items.Count < 2)
        {
            return;
        }

        HashSet<string> seen = _seen ??= new(StringComparer.Ordinal);
        seen.Clear();
        foreach (ManifestNode item in list.Items)
        {
            if ((item is MappingNode ? item.At(constraint.Arguments[0]) : item) is not ScalarNode first)
            {
                continue;
            }

            string key = Key(item, constraint.Arguments[0]);
            for (int i = 1; i < constraint.Arguments.Length; i++)
            {
                key += "/" + Key(item, constraint.Arguments[i]);
            }

            if (!seen.Add(key) && first.Text.Length > 0)
            {
                Report(
                    constraint,
                    first.Location,
                    item is MappingNode
                        ? Phrase.Of($"Two {constraint.What ?? "items"} have {new FieldText(itemType.Name, constraint.Arguments[0], first.Text)}")
                        : Phrase.Of($"{FieldOf(owner)} has '{first.Text}' twice"),
                    "change one of the two, or remove it");
            }
        }

        static string Key(ManifestNode item, string field) =>
            (item is MappingNode ? item.At(field) : item) is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : field == "protocol" ? PortProtocol.Default : string.Empty;
    }

    private void CheckRequired(MappingNode mapping, FieldType type, ConstraintPlace field, ManifestNode around)
    {
        ManifestNode? value = mapping[field.Name];
        if (!IsMissing(value) || field.RequiredBy(mapping) is not { } required || IsMisspelt(mapping, type, field.Name))
        {
            return;
        }

        Location? place = (value is ScalarNode or SequenceNode ? value.Location : null) ?? mapping.Location ?? Near(mapping, around);
        var missing = new FieldText(type.Name, field.Name);
        Report(
            required,
            place,
            Marked(required.Problem, type.Name) ?? Phrase.Of($"{ConstraintTable.PhraseOf(type.Name)} has no {missing}"),
            Marked(required.Advice, type.Name) ?? Phrase.Of($"set {missing}"));
    }

    private void CheckFields(MappingNode mapping, FieldType type, Constraint constraint, ManifestNode around)
    {
        switch (constraint.Kind)
        {
            case ConstraintKind.OneOf or ConstraintKind.AtMostOne when !mapping.IsOpen:
                CheckUnion(mapping, type, constraint, around);
                break;
            case ConstraintKind.Require:
                for (int i = 0; i < constraint.Fields.Length; i++)
                {
                    if (IsMissing(mapping.At(constraint.Fields[i])) && !IsMisspelt(mapping, type, constraint.Arguments[i]))
                    {
                        var missing = FieldText.Read(constraint.Arguments[i], type.Name);
                        ReportFields(constraint, type, (Cause() ?? mapping).Locations().FirstOrDefault() ?? Near(mapping, around), Phrase.Of($"{What(constraint, type)} has no {missing}"), Phrase.Of($"set {missing}"));
                    }
                }

                break;
            case ConstraintKind.Forbid:
                for (int i = 0; i < constraint.Fields.Length; i++)
                {
                    if (mapping.At(constraint.Fields[i]) is { } value and not UnknownNode && !IsMissing(value))
                    {
                        var surplus = FieldText.Read(constraint.Arguments[i], type.Name);
                        ReportFields(constraint, type, value.Locations().FirstOrDefault() ?? Cause()?.Locations().FirstOrDefault() ?? Near(mapping, around), Phrase.Of($"{What(constraint, type)} has {surplus}"), Phrase.Of($"remove {surplus}"));
                    }
                }

                break;
        }

        ManifestNode? Cause() => constraint.When is { } when ? mapping.At(when.FirstField) : null;
    }

    private void CheckUnion(MappingNode mapping, FieldType type, Constraint constraint, ManifestNode around)
    {
        // Nearly all have one, which takes no memory.
        string? first = null;
        List<string>? given = null;
        foreach (string field in constraint.Arguments)
        {
            switch (mapping[field])
            {
                case null or ScalarNode { Kind: ScalarKind.Null }:
                    break;
                case UnknownNode:
                    return;
                default:
                    if (first is not null)
                    {
                        (given ??= [first]).Add(field);
                    }

                    first ??= field;
                    break;
            }
        }

        if (given is not null)
        {
            SayUnion(mapping, type, constraint, around, mapping[given[1]]!, Phrase.Of($"{What(constraint, type)} has {Names(given, " and ", type)} at once"));
        }
        else if (first is null && constraint.Kind == ConstraintKind.OneOf)
        {
            SayUnion(mapping, type, constraint, around, mapping, Phrase.Of($"{What(constraint, type)} has none of {Names(constraint.Arguments, ", ", type)}"));
        }
    }

    private void SayUnion(MappingNode mapping, FieldType type, Constraint constraint, ManifestNode around, ManifestNode place, Phrase problem) =>
        ReportFields(constraint, type, place.Locations().FirstOrDefault() ?? Near(mapping, around), problem, Phrase.Of($"set one of {Names(constraint.Arguments, ", ", type)}"));

    private void ReportFields(Constraint constraint, FieldType type, Location? place, Phrase problem, Phrase advice) =>
        Report(constraint, place, Marked(constraint.Problem, type.Name) ?? problem, Marked(constraint.Advice, type.Name) ?? advice);

    private static string What(Constraint constraint, FieldType type) => constraint.What ?? ConstraintTable.PhraseOf(type.Name);

    private static Phrase Names(IEnumerable<string> fields, string separator, FieldType type) => Phrase.Join(separator, fields.Select(field => FieldText.Read(field, type.Name)));

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
        KubernetesVersions lacking = _target.Without(version.Exists);
        KubernetesVersions dropping = version.Gate is { } gated ? _target.Without(gated) : KubernetesVersions.None;
        if (lacking.IsEmpty && dropping.IsEmpty)
        {
            return;
        }

        Location? place = entry.KeyLocation ?? entry.Value.Locations().FirstOrDefault();
        if (!lacking.IsEmpty)
        {
            Add("HF9009", place, $"'{entry.Key}' is a field of {type.Name} in Kubernetes {version.Exists}", InvalidIn(lacking), "leave it out, or set HoldfastKubernetesVersion to the versions that your clusters have", _target.SeverityIn(lacking), null);
        }
        else if (version.Gate is { } gate)
        {
            Add("HF9009", place, $"'{entry.Key}' of {type.Name} needs the feature gate {gate.Name}, which is off by default in Kubernetes {dropping}", "the API server drops it there silently", "leave it out, or suppress this where your clusters have the gate on", DiagnosticSeverity.Warning, null);
        }
    }

    /// <summary>Whether any of the versions asks for it.</summary>
    private bool Counts(Constraint constraint) => constraint.Fact is not { } fact || (constraint.IsWithoutFact ? !_target.Versions.AreWithin(fact.Holds) : _target.Versions.Overlap(fact.Holds));

    private KubernetesVersions VersionsOf(Constraint constraint, KubernetesFact fact) => constraint.IsWithoutFact ? _target.Without(fact) : _target.With(fact);

    /// <summary>What is asked in some versions was read: one version was asked.</summary>
    private string InvalidIn(KubernetesVersions versions) => $"the {_kind} is not valid in Kubernetes {versions}";

    private void Report(Constraint constraint, Location? place, Phrase problem, Phrase advice, string? replacement = null)
    {
        if (constraint.Fact is { } fact)
        {
            KubernetesVersions versions = VersionsOf(constraint, fact);
            DiagnosticSeverity severity = constraint.Severity == DiagnosticSeverity.Error ? _target.SeverityIn(versions) : constraint.Severity;
            Add(constraint.Id, place, problem, constraint.Consequence is { } consequence ? $"{consequence} on Kubernetes {versions}" : InvalidIn(versions), advice, severity, replacement, constraint);
            return;
        }

        Add(constraint.Id, place, problem, ConsequenceOf(constraint), advice, constraint.Severity, replacement, constraint);
    }

    private void Add(string id, Location? place, Phrase problem, string consequence, Phrase advice, DiagnosticSeverity severity, string? replacement, Constraint? constraint = null)
    {
        // Of a part, only what no completion fixes is known.
        if (!_isPart || _keepsValues || id is "HF9009" or "HF9010")
        {
            _found.Add(new ConstraintFinding(id, _object, place, problem, consequence, advice) { Severity = severity, Replacement = replacement, Constraint = constraint });
        }
    }

    /// <summary>Whether a claim template has the name of a volume.</summary>
    private bool IsReplaced(ManifestNode volume)
    {
        if (_object.At("spec", "volumeClaimTemplates") is SequenceNode templates && volume.At("name") is ScalarNode name)
        {
            foreach (ManifestNode template in templates.Items)
            {
                if (template is MappingNode && template.At("metadata", "name") is ScalarNode own && own.Equals(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a container gives a port this name: one mistake is reported once, where the port gets it.</summary>
    private bool IsNameOfPort(string text) => PodOwnerView.Of(_object) is { } pods
        && pods.Containers.SelectMany(static container => container["ports"].Mappings()).Any(port => port["name"].Is(text));

    /// <summary>The field that is looked at.</summary>
    private FieldText Field => FieldOf(_owner);

    private FieldText FieldOf(string owner) => new(owner, _path[_path.Count - 1]);

    /// <summary>A text of a row; null where it has none.</summary>
    private static Phrase? Marked(string? text, string owner) => text is null ? null : Phrase.Of(text, owner);

    private string Refused => $"the API server refuses the {_kind}";

    /// <summary>What happens, which is claimed of a server only where one was asked.</summary>
    private string ConsequenceOf(Constraint constraint) =>
        constraint.Consequence ?? (constraint.IsUnrecorded ? $"the {_kind} is not valid in Kubernetes' API" : Refused);

    /// <summary>What is missing to the API server: nothing, an empty text or list.</summary>
    private static bool IsMissing(ManifestNode? node) =>
        node is null or ScalarNode { Kind: ScalarKind.Null } or ScalarNode { Kind: ScalarKind.String, Text.Length: 0 } or SequenceNode { Items.Count: 0 };
}
