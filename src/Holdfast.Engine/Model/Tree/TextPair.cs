namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// Two texts as a key of look-ups. A tuple would do, but a compiler that has just started has machine code for collections of classes, and
/// compiles that for collections of tuples.
/// </summary>
/// <param name="First">The first text.</param>
/// <param name="Second">The second text.</param>
internal sealed record TextPair(string First, string Second);
