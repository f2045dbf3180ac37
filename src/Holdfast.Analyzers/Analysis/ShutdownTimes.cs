using Holdfast.Engine.Naming;
using Holdfast.Engine.Rules.Names;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>HF2022: <c>HostOptions.ShutdownTimeout</c> beyond the grace period of all pods that the code may run in.</summary>
internal static class ShutdownTimes
{
    public static void Analyze(CodeOperation context, Lazy<KnownSets> known)
    {
        if (context.Operation is not ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property: { Name: "ShutdownTimeout", ContainingType: { Name: "HostOptions", ContainingNamespace: { Name: "Hosting", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } } } } },
                Value: var value,
            }
            || Seconds(value) is not { } seconds
            || known.Value.Workloads.IsEmpty
            || known.Value.Workloads.Any(workload => workload.GracePeriod is not { } grace || grace >= seconds))
        {
            return;
        }

        KnownWorkload longest = known.Value.Workloads.OrderByDescending(static workload => workload.GracePeriod).First();
        context.ReportDiagnostic(Diagnostic.Create(NameDescriptors.ShutdownTimeout, value.Syntax.GetLocation(), seconds, longest.Name, longest.GracePeriod, longest.Words.Of(new FieldText("PodSpec", "terminationGracePeriodSeconds"))));
    }

    /// <summary><c>TimeSpan.FromSeconds(60)</c> and its likes, of constants; null for all else.</summary>
    private static double? Seconds(IOperation value)
    {
        if (value is not IInvocationOperation { TargetMethod: { ContainingType: { Name: "TimeSpan", ContainingNamespace.Name: "System" } } method } call)
        {
            return null;
        }

        double? unit = method.Name switch
        {
            "FromSeconds" => 1,
            "FromMinutes" => 60,
            "FromHours" => 3600,
            _ => null,
        };
        IArgumentOperation? number = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0);
        bool isAlone = call.Arguments.All(argument => argument == number || argument.ArgumentKind == ArgumentKind.DefaultValue);
        object? constant = number?.Value.ConstantValue is { HasValue: true, Value: { } known } ? known : null;
        return isAlone
            ? constant switch
            {
                int whole => whole * unit,
                long whole => whole * unit,
                double real => real * unit,
                _ => null,
            }
            : null;
    }
}
