using Holdfast.Engine.Declarations.Names;

namespace Holdfast.Analyzers.Reading;

/// <summary>One of Holdfast's attributes on a type or member, with its arguments.</summary>
/// <param name="Name">The name of its class, as <see cref="AttributeNames"/> has it.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record DeclaredAttribute(string Name, AttributeArguments Arguments);
