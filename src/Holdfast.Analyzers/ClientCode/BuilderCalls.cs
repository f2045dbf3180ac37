using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// What becomes of an object of a class of the compilation, from where it is made to a call that asks it for something:
/// <c>new SetBuilder("orders").WithReplicas(3).Build()</c>.
/// </summary>
/// <param name="Creation">Where it is made.</param>
/// <param name="Steps">What is called of it, in order; its constructor first, where that has a body.</param>
internal sealed record BuilderCalls(IObjectCreationOperation Creation, ImmutableArray<BuilderStep> Steps)
{
    /// <summary>Calls of one object.</summary>
    private const int MaxSteps = 64;

    /// <param name="receiver">What is asked.</param>
    /// <param name="values">What is known of the locals around.</param>
    /// <param name="calls">Follows the calls.</param>
    /// <returns>Null where something else may be done with the object.</returns>
    public static BuilderCalls? Of(IOperation receiver, BodyVariables values, CallFollower calls)
    {
        ImmutableArray<BuilderStep>.Builder steps = ImmutableArray.CreateBuilder<BuilderStep>();
        IOperation current = Variables.Unwrap(receiver);
        while (current is IInvocationOperation { Instance: { } asked } call)
        {
            if (steps.Count == MaxSteps || StepOf(call, isCertain: true, calls) is not { } step || !step.Call.Summary.ReturnsItself)
            {
                return null;
            }

            steps.Insert(0, step);
            current = Variables.Unwrap(asked);
        }

        switch (current)
        {
            case IObjectCreationOperation creation when IsFollowed(creation.Type) && ConstructorOf(creation, calls) is { } constructor:
                return new BuilderCalls(creation, [.. constructor, .. steps]);
            case ILocalReferenceOperation { Local: { } local } reference
                when values.ValueOf(local) is { } value && Variables.Unwrap(value) is not ILocalReferenceOperation && Of(value, values, calls) is { } made && Between(local, reference, values, calls) is { } between:
                return made with { Steps = [.. made.Steps, .. between, .. steps] };
            default:
                return null;
        }
    }

    /// <summary>A call of a method that has a body here; null where it is not known what it does.</summary>
    public static BuilderStep? StepOf(IInvocationOperation call, bool isCertain, CallFollower calls) =>
        IsFollowed(call.TargetMethod.ContainingType) && !call.TargetMethod.IsAsync && calls.OnlyOf(call.TargetMethod) is { } summary
            ? new BuilderStep(new FollowedCall(call.Arguments, summary), isCertain)
            : null;

    /// <summary>Whether all that can be done with an object of a class is in the class.</summary>
    private static bool IsFollowed(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsGenericType: false, IsAbstract: false, BaseType.SpecialType: SpecialType.System_Object, DeclaringSyntaxReferences.IsEmpty: false };

    /// <summary>What the constructor does; null where that is not known.</summary>
    private static ImmutableArray<BuilderStep>? ConstructorOf(IObjectCreationOperation creation, CallFollower calls)
    {
        if (creation.Constructor is not { } constructor || creation.Initializer?.Initializers.Any(static one => one is not ISimpleAssignmentOperation) == true)
        {
            return null;
        }

        if (constructor.DeclaringSyntaxReferences.IsEmpty || constructor.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax)
        {
            return [];
        }

        return calls.OnlyOf(constructor) is { CallsAnotherConstructor: false } summary ? [new BuilderStep(new FollowedCall(creation.Arguments, summary), IsCertain: true)] : null;
    }

    /// <summary>What is called of the object that a local holds, before it is asked; null where more may be done with it.</summary>
    private static ImmutableArray<BuilderStep>? Between(ILocalSymbol local, IOperation asked, BodyVariables values, CallFollower calls)
    {
        ImmutableArray<BuilderStep>.Builder steps = ImmutableArray.CreateBuilder<BuilderStep>();
        foreach (IOperation reference in values.ReferencesTo(local))
        {
            IOperation current = reference;
            bool isAsked = ReferenceEquals(reference, asked);
            if (!isAsked && reference.Syntax.SpanStart > asked.Syntax.SpanStart)
            {
                return null;
            }

            while (!isAsked && current.Parent is IInvocationOperation call && ReferenceEquals(call.Instance, current))
            {
                if (steps.Count == MaxSteps || StepOf(call, Variables.IsCertain(call, local), calls) is not { } step || (call.Parent is not IExpressionStatementOperation && !step.Call.Summary.ReturnsItself))
                {
                    return null;
                }

                steps.Add(step);
                current = call;
            }

            // What is kept under another name may be changed by that.
            if (!isAsked && (ReferenceEquals(current, reference) || current.Parent is not IExpressionStatementOperation))
            {
                return null;
            }
        }

        return steps.ToImmutable();
    }
}
