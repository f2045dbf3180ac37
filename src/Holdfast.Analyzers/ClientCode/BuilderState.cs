using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What the members of an object of the compilation's own hold, after some of its calls.</summary>
/// <param name="calls">What is called of it.</param>
/// <param name="reader">Reads the body that calls it.</param>
internal sealed class BuilderState(BuilderCalls calls, ObjectReader reader)
{
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <summary>The number of the last call.</summary>
    public int Last => calls.Steps.Length - 1;

    /// <summary>What a member holds; null where it holds nothing.</summary>
    /// <param name="member">A field, a property without code, or a parameter of a primary constructor.</param>
    /// <param name="step">The call that asks, which may have changed the member itself.</param>
    /// <param name="place">Where it is asked.</param>
    /// <param name="depth">What leads here.</param>
    public ManifestNode? Read(ISymbol member, int step, Location place, int depth)
    {
        if (!_asked.Add(member))
        {
            // What is computed from the value before is not followed.
            return new UnknownNode(place);
        }

        ManifestNode? node = ReadStart(member, place, depth);
        for (int i = 0; i <= step && i < calls.Steps.Length; i++)
        {
            if (i == 0 && calls.Steps[0].Call.Summary.Method.MethodKind != MethodKind.Constructor)
            {
                node = ReadInitialized(member, node, depth);
            }

            node = After(i, member, node, place, depth);
            if (i == 0 && calls.Steps[0].Call.Summary.Method.MethodKind == MethodKind.Constructor)
            {
                node = ReadInitialized(member, node, depth);
            }
        }

        _asked.Remove(member);
        return node;
    }

    private ManifestNode? ReadStart(ISymbol member, Location place, int depth)
    {
        if (member is IParameterSymbol parameter)
        {
            return calls.Creation.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter)) is { } argument
                ? reader.ReadHandedOn(argument.Value, depth + 1)
                : new UnknownNode(place);
        }

        return reader.ReadInitializer(member, this, depth) is { } start ? start.Value : member switch
        {
            IFieldSymbol { Type.IsReferenceType: true } or IPropertySymbol { Type.IsReferenceType: true } => null,
            _ => new UnknownNode(place),
        };
    }

    /// <summary>What an initializer behind <c>new</c> gives to a property.</summary>
    private ManifestNode? ReadInitialized(ISymbol member, ManifestNode? node, int depth)
    {
        foreach (ISimpleAssignmentOperation assignment in calls.Creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IMemberReferenceOperation { Member: { } changed } && SymbolEqualityComparer.Default.Equals(changed, member))
            {
                node = reader.ReadHandedOn(assignment.Value, depth + 1);
            }
        }

        return node;
    }

    private ManifestNode? After(int step, ISymbol member, ManifestNode? node, Location place, int depth)
    {
        (FollowedCall call, bool isCertain) = calls.Steps[step];
        MethodSummary summary = call.Summary;
        if (!summary.MayChange(member))
        {
            return node;
        }

        if (summary.ChangesOfMember(member) is not { } changes || reader.Within(call, this, step) is not { } inner)
        {
            return new UnknownNode(place);
        }

        if (summary.Values.IsAssigned(member))
        {
            if (!isCertain || summary.MayEndEarly || summary.Values.OnlyValueOf(member) is not { } value)
            {
                return new UnknownNode(place);
            }

            node = inner.Read(value, depth + 1);
        }

        return ObjectChanges.Apply(node, isCertain ? changes : changes.Select(static change => change with { Value = null, Possible = null }), change => inner.ReadChange(change, depth + 1));
    }
}
