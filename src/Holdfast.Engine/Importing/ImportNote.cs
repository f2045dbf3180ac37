namespace Holdfast.Engine.Importing;

/// <summary>A line of the report.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Object">The object: <c>StatefulSet orders</c>.</param>
/// <param name="Path">The field; empty for the whole object.</param>
/// <param name="Reason">Why.</param>
internal sealed record ImportNote(ImportNoteKind Kind, string Object, string Path, string Reason);
