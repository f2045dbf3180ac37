namespace Holdfast.Engine.Declarations;

/// <summary>What <c>[StatelessApp]</c> says that <c>[StatefulApp]</c> does not.</summary>
internal sealed record DeploymentDeclaration
{
    public Declared<string> Strategy { get; init; }

    public Declared<int> MaxSurge { get; init; }

    public Declared<int> MaxSurgePercent { get; init; }

    public Declared<int> MaxUnavailable { get; init; }

    public Declared<int> MaxUnavailablePercent { get; init; }

    public Declared<int> ProgressDeadlineSeconds { get; init; }

    public Declared<bool> Paused { get; init; }
}
