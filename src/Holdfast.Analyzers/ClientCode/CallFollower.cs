using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Follows objects through the calls of one body.</summary>
internal sealed class CallFollower
{
    private const string ClaimTemplates = "volumeClaimTemplates";

    /// <summary>Methods that call methods.</summary>
    private const int MaxDepth = 6;

    /// <summary>Implementations of one method.</summary>
    private const int MaxImplementations = 4;

    /// <summary>What a method that sends an object fills in first, where its body is not known.</summary>
    private static readonly string[] FilledIn = ["labels", "annotations", "namespace", "ownerReferences", "finalizers"];

    /// <summary>First words of methods that hand an object to the API server.</summary>
    private static readonly string[] Sending = ["Apply", "Create", "Deploy", "Ensure", "Patch", "Publish", "Replace", "Save", "Send", "Submit", "Update", "Upsert"];

    private readonly MethodSummaries? _summaries;
    private readonly ImmutableArray<IMethodSymbol> _stack;

    /// <param name="types">What the library says about its types.</param>
    /// <param name="compilation">The compilation whose methods are followed; null where there is none.</param>
    public CallFollower(ModelTypes types, Compilation? compilation)
        : this(types, compilation is null ? null : MethodSummaries.Of(compilation), [])
    {
    }

    private CallFollower(ModelTypes types, MethodSummaries? summaries, ImmutableArray<IMethodSymbol> stack)
    {
        Types = types;
        _summaries = summaries;
        _stack = stack;
    }

    public ModelTypes Types { get; }

    /// <summary>Whether a call was not followed because of the way that leads here.</summary>
    public bool IsTruncated { get; set; }

    /// <summary>Whether no method led here.</summary>
    public bool IsStart => _stack.IsEmpty;

    /// <summary>The same for the calls of a method; null where the way is too long or goes in circles.</summary>
    public CallFollower? Into(IMethodSymbol method)
    {
        if (_stack.Length >= MaxDepth || _stack.Contains(method, SymbolEqualityComparer.Default))
        {
            IsTruncated = true;
            return null;
        }

        return new CallFollower(Types, _summaries, _stack.Add(method));
    }

    /// <summary>The only method of the compilation that a call runs; null where it is not known, or has no body here.</summary>
    public MethodSummary? OnlyOf(IMethodSymbol method) => _summaries is not null && BodiesOf(method) is [var only] ? _summaries.Of(only, this) : null;

    /// <summary>What is known of a method that callers have asked for; null where nothing is.</summary>
    /// <param name="method">The method as a whole, with its body.</param>
    public MethodSummary? KnownOf(IOperation? method) => SymbolOf(method) is { } symbol && _summaries?.KnownOf(symbol) is { } summary && summary.IsOf(method!) ? summary : null;

    /// <summary>What is known of the variables of a method, which its callers ask for, too; null where that is seen otherwise from here.</summary>
    /// <inheritdoc cref="KnownOf" path="/param"/>
    public BodyVariables? ValuesOf(IOperation? method) =>
        SymbolOf(method) is { } symbol && _summaries?.Of(symbol, this) is { IsTruncated: false } summary && summary.IsOf(method!) ? summary.Values : null;

    private static IMethodSymbol? SymbolOf(IOperation? method) =>
        method is IMethodBodyOperation { SemanticModel: { } model, Syntax: { } syntax } ? model.GetDeclaredSymbol(syntax) as IMethodSymbol : null;

    /// <inheritdoc cref="MethodSummaries.InitializerOf"/>
    public IOperation? InitializerOf(ISymbol member) => _summaries?.InitializerOf(member);

    /// <summary>Whether a claim is made a template of a set: here, or by those that get it in a list from the method around.</summary>
    public bool IsClaimTemplate(IOperation claim, Holding holding, CancellationToken cancellationToken) =>
        holding.In?.Steps.Contains(ClaimTemplates) == true
        || (holding.IsInResult
            && claim.SemanticModel is { } model
            && model.GetEnclosingSymbol(claim.Syntax.SpanStart) is { } around
            && MethodAround(around) is { } method
            && ClaimTemplateMakers.Have(model.Compilation, method, cancellationToken));

    private static IMethodSymbol? MethodAround(ISymbol symbol)
    {
        ISymbol? around = symbol;
        while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            around = around.ContainingSymbol;
        }

        return around as IMethodSymbol;
    }

    /// <summary>What a call does to an argument.</summary>
    public ArgumentEffect EffectOf(IArgumentOperation argument)
    {
        if (argument.Parameter is not { RefKind: not (RefKind.Ref or RefKind.Out), ContainingSymbol: IMethodSymbol method } parameter
            || method.MethodKind == MethodKind.DelegateInvoke)
        {
            // A delegate is what callers complete an object with: Action<V1StatefulSet> configure.
            return ArgumentEffect.Unknown;
        }

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return LibraryMethods.EffectOf(method, parameter.Ordinal);
        }

        ImmutableArray<IMethodSymbol> bodies = BodiesOf(method);
        if (bodies.IsEmpty)
        {
            return IsSending(method) ? new() { Changes = [.. FilledIn.Select(field => new PartChange(["metadata", field], argument.Syntax.GetLocation()))] } : ArgumentEffect.Unknown;
        }

        if (bodies.Length > MaxImplementations)
        {
            return ArgumentEffect.Unknown;
        }

        ImmutableArray<ArgumentEffect> effects = [.. bodies.Select(body => EffectOf(body, parameter, argument))];
        return effects is [var only]
            ? only
            : new()
            {
                IsUnknown = effects.Any(static effect => effect.IsUnknown),
                IsReturned = effects.Any(static effect => effect.IsReturned),
                IsOneOfSeveral = true,
                Changes = [.. effects.SelectMany(static effect => effect.Changes).Select(static change => change with { Value = null, Possible = null })],
            };
    }

    private ArgumentEffect EffectOf(IMethodSymbol body, IParameterSymbol parameter, IArgumentOperation argument)
    {
        IParameterSymbol declared = body.Parameters[parameter.Ordinal];
        bool mayChange = ArgumentMutation.MayChange(body, declared);
        if (!mayChange && !SymbolEqualityComparer.Default.Equals(body.ReturnType, declared.Type))
        {
            return ArgumentEffect.None;
        }

        if (_summaries?.Of(body, this) is not { } summary || summary.Method.Parameters.Length <= parameter.Ordinal)
        {
            return mayChange ? ArgumentEffect.Unknown : ArgumentEffect.None;
        }

        IParameterSymbol own = summary.Method.Parameters[parameter.Ordinal];
        bool isReturned = summary.Returns(own);
        bool isOneOfSeveral = isReturned && !(summary.Results is [var result] && Variables.NamedBy(Variables.Unwrap(result)) is IParameterSymbol);
        if (!mayChange)
        {
            return new() { IsReturned = isReturned, IsOneOfSeveral = isOneOfSeveral };
        }

        if (summary.ChangesOf(own) is not { } changes || (isReturned && (body.IsAsync || !SymbolEqualityComparer.Default.Equals(body.ReturnType, declared.Type))))
        {
            return ArgumentEffect.Unknown;
        }

        var call = new FollowedCall(ArgumentsOf(argument.Parent), summary);
        return new() { IsReturned = isReturned, IsOneOfSeveral = isOneOfSeveral, Changes = [.. changes.Select(change => change with { Calls = change.Calls.Insert(0, call) })] };
    }

    private ImmutableArray<IMethodSymbol> BodiesOf(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return [];
        }

        bool isOpen = method.IsAbstract || method.IsVirtual || (method.IsOverride && !method.IsSealed);
        return isOpen ? _summaries?.Implementations.Of(method) ?? [] : [method];
    }

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation? call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => [],
    };

    /// <summary>Whether a method that is implemented elsewhere is one that sends: <c>SaveAsync(set)</c>.</summary>
    private static bool IsSending(IMethodSymbol method) =>
        method.ReturnType is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } }
        && Sending.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal) && (method.Name.Length == word.Length || char.IsUpper(method.Name[word.Length])));
}
