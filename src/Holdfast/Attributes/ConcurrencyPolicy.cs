namespace Holdfast;

/// <summary>What a CronJob does when its time has come and the last Job still runs.</summary>
public enum ConcurrencyPolicy
{
    /// <summary>It runs both.</summary>
    Allow,

    /// <summary>It leaves this one out.</summary>
    Forbid,

    /// <summary>It stops the last Job and starts another one.</summary>
    Replace,
}
