using System.Collections.Immutable;

namespace Holdfast.Engine.Importing;

/// <summary>What an import gives.</summary>
/// <param name="Apps">The types.</param>
/// <param name="Notes">The report: those of all types, then those of objects that belong to none.</param>
/// <param name="Code">The types as C#; empty where there is none.</param>
internal sealed record ImportResult(ImmutableArray<ImportedApp> Apps, ImmutableArray<ImportNote> Notes, string Code);
