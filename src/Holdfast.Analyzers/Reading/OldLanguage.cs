using Holdfast.Engine.Declarations;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// A version of C# without partial properties. The compiler refuses the user's half of a type, and stops before it asks an
/// analyzer; another half would only bring the same errors a second time, in a generated file.
/// </summary>
/// <param name="Version">The version.</param>
internal sealed record OldLanguage(LanguageVersion Version)
{
    /// <summary>The version that partial properties came with.</summary>
    private const LanguageVersion Needed = LanguageVersion.CSharp13;

    /// <summary>The version with static members of interfaces, which is all that the code of an application without members needs.</summary>
    private const LanguageVersion NeededWithoutMembers = LanguageVersion.CSharp11;

    /// <summary>The version as project files have it.</summary>
    public string Text => Version.ToDisplayString();

    /// <summary>The language version of a syntax tree or a project; null where it is new enough.</summary>
    public static OldLanguage? Of(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < Needed and var version } ? new OldLanguage(version) : null;

    /// <summary>Whether the compiler stops at what is declared, so that no analyzer is asked.</summary>
    public static bool Stops(AppDeclaration app) => app.Containers.Any(static container => container.HasMembers);

    /// <summary>Whether it compiles what would be generated.</summary>
    public bool Takes(AppDeclaration app) => Version >= NeededWithoutMembers && !Stops(app);

    /// <summary>HF9005 without a place: what is wrong is a property of the project.</summary>
    public Diagnostic Report(AppDeclaration app) =>
        Diagnostic.Create(ReadingProblems.LanguageVersion, Location.None, app.Type.Name, Text);
}
