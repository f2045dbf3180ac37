namespace Holdfast.Discovery;

/// <summary>The names of the meter, the activity source and the log category.</summary>
public static class HoldfastTelemetry
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Holdfast.Discovery";

    /// <summary>The activity source's name.</summary>
    public const string ActivitySourceName = "Holdfast.Discovery";

    /// <summary>The category of logs.</summary>
    public const string LogCategory = "Holdfast.Discovery";
}
