namespace Holdfast;

/// <summary>What becomes of a pod where a spread cannot be kept.</summary>
public enum UnsatisfiableAction
{
    /// <summary>It is scheduled where the spread is hurt the least.</summary>
    ScheduleAnyway,

    /// <summary>It stays Pending, and with ordered pod management so does every replica after it.</summary>
    DoNotSchedule,
}
