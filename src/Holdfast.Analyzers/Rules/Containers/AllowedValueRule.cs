using System.Collections.Immutable;
using Holdfast.Analyzers.Model;
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
        foreach ((MappingNode node, ScalarNode value, ImmutableStack<string> path) in manifests.Scalars)
        {
            if (value.Kind == ScalarKind.String && !path.IsEmpty && (Words.Contains(path.Peek()) || Forms.Contains(path.Peek())))
            {
                Check(value, path, node, context);
            }
        }
    }

    // Looked up by the last field of the path, as most fields are in neither table.
    private static readonly ILookup<string, (string[] End, AllowedValues Allowed)> Words = AllowedValues.All
        .Select(static allowed => (End: allowed.PathEnd.Split('.'), Allowed: allowed))
        .ToLookup(static entry => entry.End[entry.End.Length - 1]);

    private static readonly ILookup<string, (string[] End, ValueForm Form)> Forms = ValueForm.All
        .Select(static form => (End: form.PathEnd.Split('.'), Form: form))
        .ToLookup(static entry => entry.End[entry.End.Length - 1]);

    private static readonly string[] NameOfPort = ["ports", NodePaths.Any, "name"];

    private void Check(ScalarNode value, ImmutableStack<string> path, MappingNode node, RuleContext context)
    {
        string kind = ObjectView.KindOf(node);
        string field = path.FirstOrDefault(static step => step != NodePaths.Any) ?? kind;
        if (Words[path.Peek()].FirstOrDefault(entry => NodePaths.Ends(path, entry.End)).Allowed is { } allowed)
        {
            if (!allowed.Values.Contains(value.Text))
            {
                string? meant = allowed.Values.FirstOrDefault(word => string.Equals(word, value.Text, StringComparison.OrdinalIgnoreCase))
                    ?? NearestName.Find(value.Text, allowed.Values.Where(static word => word.Length > 0));
                Report(string.Join(" or ", allowed.Values.Where(static word => word.Length > 0)), meant);
            }
        }
        else if (Forms[path.Peek()].FirstOrDefault(entry => NodePaths.Ends(path, entry.End)).Form is { } form
            && !form.IsRight(value.Text)
            && !(form.IsPortOfContainer && IsNameOfPort(value.Text, node)))
        {
            Report(form.Description, null);
        }

        // One mistake is told once, where the port gets its name.
        static bool IsNameOfPort(string text, MappingNode node) =>
            NodePaths.Scalars(node).Exists(scalar => scalar.Value.Text == text && NodePaths.Ends(scalar.Path, NameOfPort));

        void Report(string taken, string? meant) => context.Report(this, value.Origin, new RuleFinding(value.Text, field, kind, taken)
        {
            Properties = FixProperties.Replace(meant),
        });
    }
}
