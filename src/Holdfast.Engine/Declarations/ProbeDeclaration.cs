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
    Declared<bool> Place);
