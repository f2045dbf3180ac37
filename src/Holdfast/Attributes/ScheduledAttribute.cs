namespace Holdfast;

/// <summary>
/// Declares work that runs on a schedule, such as a backup: a CronJob and all that the other attributes of the type and of its members
/// add. The type must be a <c>partial class</c> that is neither static nor generic.
/// </summary>
/// <remarks>
/// What leads clients to pods or counts replicas is an error, as with <see cref="RunOnceAttribute"/>. Kubernetes may start a run twice or
/// not at all, so the work must allow for both.
/// </remarks>
/// <param name="name">
/// The name of the CronJob: a DNS name of at most 52 characters, since the names of its Jobs begin with it.
/// </param>
/// <param name="schedule">
/// The schedule: five fields of <c>cron</c> (minute, hour, day of month, month, day of week), or <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>,
/// <c>@monthly</c>, <c>@yearly</c>. Kubernetes: <c>spec.schedule</c>.
/// </param>
/// <example>
/// <code>
/// using Holdfast;
///
/// [Scheduled("orders-backup", "0 3 * * *", TimeZone = "Europe/Berlin", StartingDeadlineSeconds = 3600)]
/// [Container("registry.example.com/backup:2.1")]
/// public sealed partial class OrdersBackup;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class ScheduledAttribute(string name, string schedule) : JobSpecAttribute(name)
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>
    /// The time zone of the schedule, by its name in the tz database, such as <c>Europe/Berlin</c>; default: that of the cluster's controller,
    /// mostly UTC. Kubernetes: <c>spec.timeZone</c>.
    /// </summary>
    public string? TimeZone { get; set; }

    /// <summary>
    /// What happens when the last run has not ended; default <see cref="Holdfast.ConcurrencyPolicy.Forbid"/>, which is not Kubernetes' own.
    /// Kubernetes: <c>spec.concurrencyPolicy</c>.
    /// </summary>
    public ConcurrencyPolicy ConcurrencyPolicy { get; set; } = ConcurrencyPolicy.Forbid;

    /// <summary>
    /// Seconds by which a run may be late, where its time was missed; 0 or more, default: any number. Kubernetes:
    /// <c>spec.startingDeadlineSeconds</c>.
    /// </summary>
    public int StartingDeadlineSeconds { get; set; }

    /// <summary>How many Jobs that succeeded are kept; 0 or more, default 3. Kubernetes: <c>spec.successfulJobsHistoryLimit</c>.</summary>
    public int SuccessfulJobsHistoryLimit { get; set; } = 3;

    /// <summary>How many Jobs that failed are kept; 0 or more, default 1. Kubernetes: <c>spec.failedJobsHistoryLimit</c>.</summary>
    public int FailedJobsHistoryLimit { get; set; } = 1;
}
