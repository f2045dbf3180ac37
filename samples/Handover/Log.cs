namespace Holdfast.Samples.Handover;

/// <summary>All that is logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Count} items are handed over to {Members}")]
    public static partial void Moved(ILogger logger, int count, string members);

    [LoggerMessage(2, LogLevel.Warning, "{Item} could not be given to {Member}: {Reason}")]
    public static partial void NotGiven(ILogger logger, string item, string member, string reason);
}
