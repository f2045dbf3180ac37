using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads whether texts have placeholders: <c>Braces</c> and <c>Applications</c> of an attribute.</summary>
internal static class PlaceholderReader
{
    /// <summary>Null where texts have none.</summary>
    public static PlaceholdersDeclaration? Read(AttributeArguments arguments, ReadContext context)
    {
        Declared<int> braces = arguments.Int("Braces");
        (IReadOnlyList<INamedTypeSymbol> types, Location? location) = arguments.Types("Applications");
        if (braces.State == DeclaredState.Absent && types.Count == 0)
        {
            return null;
        }

        if (braces.TryGet(out int count) && count is < 0 or > PlaceholdersDeclaration.MostBraces)
        {
            context.Report(
                ReadingProblems.Contradiction,
                braces.Location,
                $"A placeholder has {count} braces around it",
                "nothing in the text is one",
                "write 1 for '{Http}' or 2 for '{{Http}}'");
        }
        else if (types.Count > 0 && braces.State != DeclaredState.Unknown && count == 0)
        {
            context.Report(
                ReadingProblems.Contradiction,
                location,
                "Applications are for placeholders, and braces are text here",
                "nothing in the text names them",
                "add 'Braces = 1' or 'Braces = 2', or remove Applications");
        }

        var applications = new List<NamedApp>();
        foreach (INamedTypeSymbol type in types)
        {
            if (!context.FollowsReferences)
            {
                break;
            }

            if (ReferencedAppReader.Read(type, context) is { } app)
            {
                applications.Add(new NamedApp(type.Name, app, ReferencedAppReader.IsOfThisProject(type, arguments.Owner)));
            }
            else
            {
                context.Report(ReadingProblems.AppReference, location, type.Name);
            }
        }

        return new PlaceholdersDeclaration(braces, applications.ToEquatableArray());
    }
}
