namespace Holdfast;

/// <summary>
/// A type that describes work that runs on a schedule. The generator implements it on every type with
/// <see cref="ScheduledAttribute"/>.
/// </summary>
public interface IScheduledApp
{
    /// <summary>The application's CronJob as declared.</summary>
    static abstract CronJobInfo CronJob { get; }
}
