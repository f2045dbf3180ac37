using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>HF2014: addresses of pods that are looked up once and kept: in a field, or by the connections of a client that is.</summary>
internal static class KeptAddresses
{
    public static void Analyze(CodeOperation context, Lazy<KnownSets> known)
    {
        switch (context.Operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "GetHostEntry" or "GetHostEntryAsync" or "GetHostAddresses" or "GetHostAddressesAsync", ContainingType: { Name: "Dns", ContainingNamespace.Name: "Net" } }, Arguments: [var host, ..] } call
                when IsKept(call) && NamesPods(context, host.Value, known):
                Report(host.Value, "this call looks them up once and keeps the answer", "look them up for each connection, or connect by name");
                break;
            case IObjectCreationOperation { Type: { Name: "HttpClient", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } } } client
                when IsKept(client) && !RenewsConnections(client) && BaseAddress(client) is { } address && NamesPods(context, address, known):
                Report(address, "this client keeps its connections and looks the name up only for new ones", "give it a SocketsHttpHandler with a PooledConnectionLifetime of some minutes");
                break;
        }

        void Report(IOperation name, string problem, string advice) => context.ReportDiagnostic(Diagnostic.Create(
            NameDescriptors.KeptAddress, name.Syntax.GetLocation(), name.Syntax.ToString().Trim('"'), problem, advice));
    }

    /// <summary>Whether the value, or what is made of it, is put into a field or a property.</summary>
    private static bool IsKept(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IFieldInitializerOperation or IPropertyInitializerOperation:
                case ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } }:
                case ICoalesceAssignmentOperation { Target: IFieldReferenceOperation }:
                    return true;
                case IBlockOperation or IAnonymousFunctionOperation or IObjectOrCollectionInitializerOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>A handler that is not made here may well renew them.</summary>
    private static bool RenewsConnections(IObjectCreationOperation client)
    {
        IOperation? handler = client.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "handler")?.Value;
        while (handler is IConversionOperation conversion)
        {
            handler = conversion.Operand;
        }

        return handler switch
        {
            null => false,
            IObjectCreationOperation { Type.Name: "SocketsHttpHandler" } made => Assigned(made, "PooledConnectionLifetime") is not null,
            IObjectCreationOperation { Type.Name: "HttpClientHandler" } => false,
            _ => true,
        };
    }

    /// <summary>What a URI is made of that the client is given.</summary>
    private static IOperation? BaseAddress(IObjectCreationOperation client) => Assigned(client, "BaseAddress") is IObjectCreationOperation { Type.Name: "Uri", Arguments: [var text, ..] }
        ? text.Value
        : null;

    private static IOperation? Assigned(IObjectCreationOperation creation, string property) => creation.Initializer?.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property: { } target } && target.Name == property)?.Value;

    /// <summary>Whether a text has the name of a pod or of a headless Service in it, written out or of a generated member.</summary>
    private static bool NamesPods(CodeOperation context, IOperation text, Lazy<KnownSets> known)
    {
        if (text.DescendantsAndSelf().Any(PodNameOperations.NeedsPodName))
        {
            return true;
        }

        return text.Syntax is ExpressionSyntax syntax
            && HostText.In(ExpressionText.Of(syntax, text.SemanticModel, context.CancellationToken).Text).Any(host =>
                (host.Labels.Length > 1 && known.Value.WithPod(host.Labels[0]).Any())
                || known.Value.ServicesNamed(host.Labels[0]).Any(static service => service.IsHeadless == true));
    }
}
