using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>A part of what a variable holds: <c>set.Spec.Template</c>.</summary>
/// <param name="Root">A local, a parameter, or a member of the type around.</param>
/// <param name="Steps">Fields, keys, and numbers of items; <see cref="Any"/> where it is not known which.</param>
internal sealed record ObjectPath(ISymbol Root, ImmutableArray<string> Steps)
{
    public const string Any = "?";

    public ObjectPath Then(params IEnumerable<string> steps) => this with { Steps = Steps.AddRange(steps) };

    /// <summary>Whether a part is, or may be, inside of another one.</summary>
    /// <param name="steps">The steps to the part.</param>
    /// <param name="outer">The steps to the other one.</param>
    public static bool IsIn(ImmutableArray<string> steps, ImmutableArray<string> outer)
    {
        if (steps.Length < outer.Length)
        {
            return false;
        }

        for (int i = 0; i < outer.Length; i++)
        {
            if (steps[i] != outer[i] && steps[i] != Any && outer[i] != Any)
            {
                return false;
            }
        }

        return true;
    }
}
