using System.Collections.Immutable;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Model.Fields;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>HF6008: a word or text in whose place the API server takes others only.</summary>
internal sealed class AllowedValueRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6008",
        title: "A value is none of those that are taken",
        messageFormat: "'{0}' is no value of {1}, so the API server refuses the {2}; use {3}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6008"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            if (ObjectTypes.Mistake(node) is var (value, field, meant))
            {
                context.Report(this, value.Origin, new RuleFinding(value.Text, field, ObjectView.KindOf(node), meant) { Properties = FixProperties.Replace(meant) });
            }
        }

        foreach ((MappingNode node, ScalarNode value, ImmutableStack<string> path) in manifests.Scalars)
        {
            if (value.Kind == ScalarKind.String && !path.IsEmpty)
            {
                Check(value, path, node, context);
            }
        }
    }

    private static readonly PathTable<AllowedValues> Words = new(AllowedValues.All, static allowed => allowed.PathEnd.Split('.'));

    private static readonly PathTable<ValueForm> Forms = new(ValueForm.All, static form => form.PathEnd.Split('.'));

    private static readonly string[] NameOfPort = ["ports", NodePaths.Any, "name"];

    private void Check(ScalarNode value, ImmutableStack<string> path, MappingNode node, RuleContext context)
    {
        if (Words.Find(path) is { } allowed)
        {
            if (!allowed.Values.Contains(value.Text))
            {
                string? meant = allowed.Values.FirstOrDefault(word => string.Equals(word, value.Text, StringComparison.OrdinalIgnoreCase))
                    ?? NearestName.Find(value.Text, allowed.Values.Where(static word => word.Length > 0));
                Report(string.Join(" or ", allowed.Values.Where(static word => word.Length > 0)), meant);
            }
        }
        else if (Forms.Find(path) is { } form
            && !form.IsRight(value.Text)
            && !(form.IsPortOfContainer && IsNameOfPort(value.Text, node)))
        {
            Report(form.Description, null);
        }

        // One mistake is told once, where the port gets its name.
        static bool IsNameOfPort(string text, MappingNode node) =>
            NodePaths.Scalars(node).Exists(scalar => scalar.Value.Text == text && NodePaths.Ends(scalar.Path, NameOfPort));

        void Report(string taken, string? meant)
        {
            if (!FieldTable.Knows(node))
            {
                return;
            }

            string kind = ObjectView.KindOf(node);
            string field = path.FirstOrDefault(static step => step != NodePaths.Any) ?? kind;
            context.Report(this, value.Origin, new RuleFinding(value.Text, field, kind, taken)
            {
                Properties = FixProperties.Replace(meant),
            });
        }
    }
}
