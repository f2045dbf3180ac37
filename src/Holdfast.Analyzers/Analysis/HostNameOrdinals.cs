using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Names;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Code that cuts an ordinal out of the host's or the pod's name: in a way that fits some names only (HF2009), or rightly,
/// where the host name is the node's (HF2010).
/// </summary>
internal static class HostNameOrdinals
{
    /// <summary>Names of one or two digits at the end, and no more.</summary>
    private static readonly Regex FewDigits = new(
        @"(?:\\d|\[0-9\])(?:\{1(?:,[0-9])?\}|\{[2-9]\})?\)?\$?$",
        RegexOptions.CultureInvariant);

    public static void Analyze(CodeOperation context, Lazy<KnownSets> known)
    {
        (IOperation? source, string? problem, bool isExact) = context.Operation switch
        {
            IArrayElementReferenceOperation { Indices: [var index] } element => OfParts(element.ArrayReference, index),
            IImplicitIndexerReferenceOperation indexer => indexer.Instance.Type is IArrayTypeSymbol ? OfParts(indexer.Instance, indexer.Argument) : OfCharacter(indexer.Instance, indexer.Argument),
            IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments: [var position] } => OfCharacter(text, position.Value),
            IInvocationOperation call => OfCall(call),
            _ => default,
        };
        if (source is null || NameSource(source) is not { } name || known.Value.Sets.IsEmpty)
        {
            return;
        }

        INamedTypeSymbol[] declared = [.. known.Value.Sets.Where(static set => set.Declared is not null).GroupBy(static set => set.Name).Select(static group => group.First().Declared).OfType<DeclaredSymbol>().Select(app => app.In(context.Compilation)).OfType<INamedTypeSymbol>()];
        string advice = declared.Length == 1 ? $"PodIdentity.Current<{declared[0].Name}>().Ordinal" : "PodIdentity.Current";
        if (!isExact)
        {
            Report(NameDescriptors.ParsedOrdinal, context.Operation.Syntax.ToString(), problem!, advice);
        }
        else if (name == "host" && known.Value.Sets.All(static set => set.IsOnHostNetwork))
        {
            Report(HostNetworkNameRule.Rule, known.Value.Sets[0].Name, context.Operation.Syntax.ToString(), "use " + advice + ", which reads POD_ORDINAL");
        }

        void Report(DiagnosticDescriptor rule, params object[] arguments) => context.ReportDiagnostic(Diagnostic.Create(
            rule,
            context.Operation.Syntax.GetLocation(),
            declared.Length == 1 && context.Operation.SemanticModel is { } model && model.IsAccessible(context.Operation.Syntax.SpanStart, declared[0])
                ? FixProperties.Of(
                    FixProperties.Expression,
                    $"Holdfast.PodIdentity.Current<{declared[0].ToMinimalDisplayString(model, context.Operation.Syntax.SpanStart)}>().Ordinal")
                : ImmutableDictionary<string, string?>.Empty,
            arguments));
    }

    /// <summary><c>name.Split('-')[1]</c>, and <c>[^1]</c>.</summary>
    private static (IOperation? Source, string? Problem, bool IsExact) OfParts(IOperation parts, IOperation index)
    {
        IOperation? split = Resolve(parts);
        if (split is not IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments: [var separator, ..] }
            || Unwrap(separator.Value) is not { ConstantValue: { HasValue: true, Value: '-' or "-" } } && !IsDash(separator.Value))
        {
            return default;
        }

        return Unwrap(index) switch
        {
            { ConstantValue: { HasValue: true, Value: > 0 } } => (text, "is the ordinal only while the name has no other dash, as in 'my-orders-0'", false),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } => (text, null, true),
            _ => default,
        };
    }

    /// <summary>The parameter array of characters with a dash in it.</summary>
    private static bool IsDash(IOperation operation) =>
        Unwrap(operation) is IArrayCreationOperation { Initializer.ElementValues: [{ ConstantValue: { HasValue: true, Value: '-' or "-" } }] };

    /// <summary>The last one: <c>name[^1]</c>, <c>name[name.Length - 1]</c>.</summary>
    private static (IOperation? Source, string? Problem, bool IsExact) OfCharacter(IOperation text, IOperation position) =>
        Unwrap(position) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } or IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract }
            ? OfLastCharacter(text)
            : default;

    private static (IOperation? Source, string? Problem, bool IsExact) OfLastCharacter(IOperation text) =>
        (text, "is one digit, which is the ordinal only up to 9", false);

    private static (IOperation? Source, string? Problem, bool IsExact) OfCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (method.Name)
        {
            case "Last" when method.ContainingType.Name == "Enumerable" && call.Arguments is [var only]:
                IOperation? source = Unwrap(only.Value);
                return Resolve(source) is IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } split }
                    ? (split, null, true)
                    : source?.Type?.SpecialType == SpecialType.System_String ? OfLastCharacter(source) : default;
            case "Substring" when method.ContainingType.SpecialType == SpecialType.System_String && call is { Instance: { } text, Arguments: [var start] }:
                return Unwrap(start.Value) switch
                {
                    // name.Length - 1
                    IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: IPropertyReferenceOperation { Property.Name: "Length" }, RightOperand.ConstantValue: { HasValue: true, Value: int } } =>
                        (text, "is the ordinal only while it has that many digits", false),
                    // name.LastIndexOf('-') + 1
                    IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: IInvocationOperation { TargetMethod.Name: "LastIndexOf" } } => (text, null, true),
                    IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: IInvocationOperation { TargetMethod.Name: "IndexOf" } } =>
                        (text, "is the ordinal only while the name has no other dash, as in 'my-orders-0'", false),
                    _ => default,
                };
            case "Match" when method.ContainingType is { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" } && method.IsStatic && call.Arguments is [var input, var pattern, ..]:
                return pattern.Value.ConstantValue is { HasValue: true, Value: string expression } && FewDigits.IsMatch(expression) && !expression.EndsWith("+", StringComparison.Ordinal)
                    ? (input.Value, "matches a fixed number of digits, which is not the whole ordinal of every replica", false)
                    : default;
            default:
                return default;
        }
    }

    /// <summary>Whether it is the name of the host, or of the pod; null for all else.</summary>
    private static string? NameSource(IOperation operation) => Resolve(operation) switch
    {
        IPropertyReferenceOperation { Property: { Name: "MachineName", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } } } => "host",
        IInvocationOperation { TargetMethod: { Name: "GetHostName", ContainingType: { Name: "Dns", ContainingNamespace.Name: "Net" } } } => "host",
        IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" }, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }] } =>
            name switch
            {
                "HOSTNAME" or "COMPUTERNAME" => "host",
                PodEnvironmentVariables.PodName => "pod",
                _ => null,
            },
        _ => null,
    };

    /// <summary>What a value is made by: through conversions, <c>!</c>, <c>??</c>, and locals that are set once.</summary>
    private static IOperation? Resolve(IOperation? operation)
    {
        for (int i = 0; i < 8; i++)
        {
            operation = Unwrap(operation);
            switch (operation)
            {
                case ICoalesceOperation coalesce:
                    operation = coalesce.Value;
                    break;
                case IConditionalAccessInstanceOperation instance:
                    operation = instance.FirstAncestor<IConditionalAccessOperation>()?.Operation;
                    break;
                case ILocalReferenceOperation local when PodNameOperations.ValueOf(local) is { } value:
                    operation = value;
                    break;
                default:
                    return operation;
            }
        }

        return null;
    }

    private static T? FirstAncestor<T>(this IOperation operation)
        where T : class, IOperation
    {
        IOperation? parent = operation.Parent;
        while (parent is not null and not T)
        {
            parent = parent.Parent;
        }

        return parent as T;
    }

    private static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }
}
