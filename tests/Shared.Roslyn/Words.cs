using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tests.Shared;

/// <summary>The words of messages: who writes YAML is not told of attributes or of C#.</summary>
internal static partial class Words
{
    /// <summary>An attribute, an assignment, or a class of KubernetesClient's.</summary>
    [GeneratedRegex(@"\[[A-Z][A-Za-z]+[\](]|\b[A-Z][A-Za-z]+ = |\b[A-Z][A-Za-z]+ in V[12]")]
    public static partial Regex CSharp();

    public static void AssertAreYaml(IEnumerable<Diagnostic> found) => Xunit.Assert.DoesNotContain(
        found.Where(static diagnostic => diagnostic.Location.Kind == LocationKind.ExternalFile).Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
        static message => CSharp().IsMatch(message));
}
