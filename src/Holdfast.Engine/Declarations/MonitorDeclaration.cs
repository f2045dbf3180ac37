using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[PodMonitor]</c> or <c>[ServiceMonitor]</c> beside <c>[Port]</c>.</summary>
internal sealed record MonitorDeclaration
{
    /// <summary>Whether it is a ServiceMonitor.</summary>
    public bool IsOfService { get; init; }

    /// <summary>The object's name; absent for the application's.</summary>
    public Declared<string> Name { get; init; }

    public Declared<string> Path { get; init; }

    public Declared<string> Interval { get; init; }

    public Declared<bool> Https { get; init; }

    /// <summary>Each as <c>key=value</c>.</summary>
    public Declared<EquatableArray<string>> Labels { get; init; }

    public Declared<string> ScraperNamespace { get; init; }

    public Declared<EquatableArray<string>> ScraperLabels { get; init; }
}
