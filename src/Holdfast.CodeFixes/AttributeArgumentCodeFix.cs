using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Holdfast.CodeFixes;

/// <summary>Sets the argument of an attribute that fixes a declaration, or takes away the one that breaks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeArgumentCodeFix))]
[Shared]
public sealed class AttributeArgumentCodeFix : DiagnosticCodeFix
{
    private const string GracePeriod = "TerminationGracePeriodSeconds";

    private const string TimeToStop = "Give replicas {0} seconds to stop";

    private static readonly string[] OtherAmounts = ["MinAvailable", "MinAvailablePercent", "MaxUnavailablePercent"];

    private static readonly ImmutableDictionary<string, ArgumentChange> Changes = new Dictionary<string, ArgumentChange>
    {
        ["HF4004"] = new(AttributeNames.StatefulApp, "Replicas", "Keep {0} replicas"),
        ["HF4008"] = new(AttributeNames.StatefulApp, "OrdinalStart", "Begin at {0} as before"),
        ["HF5001"] = new(AttributeNames.StatefulApp, "PodManagementPolicy", "Start all replicas together") { Value = "PodManagementPolicy.Parallel" },
        ["HF5002"] = new(AttributeNames.StatefulApp, "PodManagementPolicy", "Start replicas one after the other") { Value = "PodManagementPolicy.OrderedReady" },
        ["HF5003"] = new(AttributeNames.StatefulApp, "Replicas", "Make it {0} replicas"),
        ["HF5005"] = new(AttributeNames.DisruptionBudget, "MaxUnavailable", "Let one replica be down at a time") { Value = "1", Others = OtherAmounts },
        ["HF5006"] = new(AttributeNames.DisruptionBudget, "MaxUnavailable", "Let one replica be down at a time") { Value = "1", Others = OtherAmounts },
        ["HF5008"] = new(AttributeNames.DisruptionBudget, "UnhealthyPodEvictionPolicy", "Let broken replicas be evicted") { IsRemoved = true },
        ["HF5010"] = new(AttributeNames.AntiAffinity, "Required", "Prefer it instead of requiring it") { IsRemoved = true },
        ["HF5012"] = new(AttributeNames.StatefulApp, GracePeriod, "Give replicas the default time to stop") { IsRemoved = true, TitleOfValue = TimeToStop },
        ["HF5013"] = new(AttributeNames.StatefulApp, GracePeriod, TimeToStop),
    }.ToImmutableDictionary();

    /// <summary>A fix for all that an argument fixes.</summary>
    public AttributeArgumentCodeFix()
        : base([.. Changes.Keys.OrderBy(static id => id, StringComparer.Ordinal)])
    {
    }

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        ArgumentChange change = Changes[diagnostic.Id];
        string? value = change.Value ?? Property(diagnostic, FixProperties.Replacement);
        if ((value is not null || change.IsRemoved)
            && DiagnosticSyntax.AttributeOf(root, diagnostic.Location, change.Attribute) is { } attribute
            && Corrected(attribute, change, value) is { } corrected)
        {
            Offer(
                context,
                diagnostic,
                string.Format(CultureInfo.InvariantCulture, value is null ? change.Title : change.TitleOfValue ?? change.Title, value),
                nameof(AttributeArgumentCodeFix) + diagnostic.Id,
                root.ReplaceNode(attribute, corrected));
        }

        return Task.CompletedTask;
    }

    /// <summary>The attribute with the change; null where there is nothing to take away.</summary>
    private static AttributeSyntax? Corrected(AttributeSyntax attribute, ArgumentChange change, string? value)
    {
        AttributeArgumentSyntax? written = AttributeSyntaxNames.Find(attribute, change.Argument);
        if (change.IsRemoved && value is null)
        {
            return written is null ? null : attribute.WithArgumentList(AttributeSyntaxNames.Remove(attribute.ArgumentList!, written));
        }

        foreach (string other in change.Others)
        {
            if (AttributeSyntaxNames.Find(attribute, other) is { } argument)
            {
                attribute = attribute.WithArgumentList(AttributeSyntaxNames.Remove(attribute.ArgumentList!, argument));
            }
        }

        ExpressionSyntax expression = SyntaxFactory.ParseExpression(value!);
        return AttributeSyntaxNames.Find(attribute, change.Argument) is { } here
            ? attribute.ReplaceNode(here.Expression, Qualify(here.Expression, expression).WithTriviaFrom(here.Expression))
            : attribute.WithArgumentList(AttributeSyntaxNames.Append(attribute.ArgumentList, AttributeSyntaxNames.Named(change.Argument, expression)));
    }

    /// <summary>A member of an enum, by the name that the enum is written with.</summary>
    private static ExpressionSyntax Qualify(ExpressionSyntax written, ExpressionSyntax value) =>
        written is MemberAccessExpressionSyntax access && value is MemberAccessExpressionSyntax member
            ? access.WithName(member.Name)
            : value;
}
