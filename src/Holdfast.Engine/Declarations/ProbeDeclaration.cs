using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[ReadinessProbe]</c>, <c>[LivenessProbe]</c> or <c>[StartupProbe]</c>; <paramref name="Place"/> is where it stands.</summary>
internal sealed record ProbeDeclaration(
    Declared<EquatableArray<string>> Command,
    Declared<string> HttpPath,
    Declared<string> Port,
    Declared<string> GrpcPort,
    Declared<int> InitialDelaySeconds,
    Declared<int> PeriodSeconds,
    Declared<int> TimeoutSeconds,
    Declared<int> FailureThreshold,
    Declared<int> SuccessThreshold,
    Declared<bool> Https,
    Declared<EquatableArray<string>> HttpHeaders,
    Declared<string> GrpcService,
    Declared<bool> Place)
{
    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }

    /// <summary>The port by its number, where no member declares it or its number is what is asked for.</summary>
    public Declared<int> PortNumber { get; init; }

    /// <summary>The host in place of the pod.</summary>
    public Declared<string> Host { get; init; }
}
