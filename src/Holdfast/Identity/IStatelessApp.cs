namespace Holdfast;

/// <summary>
/// A type that describes a stateless application. The generator implements it on every type with
/// <see cref="StatelessAppAttribute"/>.
/// </summary>
public interface IStatelessApp
{
    /// <summary>The application's Deployment as declared.</summary>
    static abstract DeploymentInfo Deployment { get; }
}
