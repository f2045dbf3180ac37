namespace Holdfast;

/// <summary>
/// A type that describes work that runs once. The generator implements it on every type with <see cref="RunOnceAttribute"/>.
/// </summary>
public interface IRunOnceApp
{
    /// <summary>The application's Job as declared.</summary>
    static abstract JobInfo Job { get; }
}
