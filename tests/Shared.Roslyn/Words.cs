using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tests.Shared;

/// <summary>The words of messages: a message in YAML names no attribute, and has nothing that only C# has.</summary>
internal static class Words
{
    private static readonly string Names = string.Join("|", typeof(AttributeNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => field.GetValue(null))
        .OfType<string>()
        .Where(static name => name.EndsWith(nameof(Attribute), StringComparison.Ordinal) && !name.Contains('.', StringComparison.Ordinal))
        .Select(AttributeNames.Short));

    /// <summary>An attribute; the value of a field may well be a list in brackets.</summary>
    public static Regex Attribute { get; } = new($@"\[(?:{Names})[\](]", RegexOptions.CultureInvariant);

    /// <summary>An attribute, an assignment, or a class of KubernetesClient's.</summary>
    public static Regex CSharp { get; } = new(Attribute + @"|\b[A-Z][A-Za-z]+ = |\b[A-Z][A-Za-z]+ in V[12]", RegexOptions.CultureInvariant);

    public static void AssertAreYaml(IEnumerable<Diagnostic> found) => Xunit.Assert.DoesNotContain(
        found.Where(static diagnostic => diagnostic.Location.Kind == LocationKind.ExternalFile).Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
        static message => CSharp.IsMatch(message));
}
