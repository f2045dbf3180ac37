using DnsClient;
using Microsoft.Extensions.Logging;

namespace Holdfast.Discovery;

/// <summary>All that is logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "This process is {Pod} of StatefulSet {Set} in namespace {Namespace} (from {Source})")]
    public static partial void Identified(ILogger logger, string pod, string set, string? @namespace, PodIdentitySource source);

    [LoggerMessage(2, LogLevel.Information, "This process looks up the replicas of StatefulSet {Set} in namespace {Namespace} and is not one of them")]
    public static partial void Client(ILogger logger, string set, string? @namespace);

    [LoggerMessage(3, LogLevel.Debug, "DNS answered the query for {Name} ({Type}) with {Count} records")]
    public static partial void Answered(ILogger logger, string name, QueryType type, int count);

    [LoggerMessage(4, LogLevel.Debug, "{Target} is in the SRV records of StatefulSet {Set} and is not one of its replicas")]
    public static partial void Foreign(ILogger logger, string target, string set);

    [LoggerMessage(5, LogLevel.Information, "Replicas of StatefulSet {Set} in DNS: {Replicas}; missing: {Missing}")]
    public static partial void Changed(ILogger logger, string set, string replicas, string missing);

    [LoggerMessage(6, LogLevel.Warning, "The look-up of the replicas of StatefulSet {Set} failed; the last result stays valid, and the next attempt is in {Delay}")]
    public static partial void LookupFailed(ILogger logger, Exception exception, string set, TimeSpan delay);

    [LoggerMessage(7, LogLevel.Debug, "Waiting for {Wanted} replicas of StatefulSet {Set}: {Count} are in DNS; the next look-up is in {Delay}")]
    public static partial void Waiting(ILogger logger, int wanted, string set, int count, TimeSpan delay);

    [LoggerMessage(8, LogLevel.Information, "This replica leaves: {Reason}")]
    public static partial void Leaves(ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Information, "This replica comes back: {Reason}")]
    public static partial void Stays(ILogger logger, string reason);

    [LoggerMessage(10, LogLevel.Warning, "It is not known whether this replica leaves, so nothing is handed over: {Reason}")]
    public static partial void MayLeave(ILogger logger, string reason);

    [LoggerMessage(11, LogLevel.Error, "What was to be done before this replica of StatefulSet {Set} leaves has failed")]
    public static partial void LeavingFailed(ILogger logger, Exception exception, string set);

    [LoggerMessage(12, LogLevel.Error, "What was to be done before this replica of StatefulSet {Set} leaves was not done in time; a longer TerminationGracePeriodSeconds gives it more")]
    public static partial void LeavingTookTooLong(ILogger logger, string set);

    [LoggerMessage(13, LogLevel.Information, "Job {Job} has succeeded")]
    public static partial void JobSucceeded(ILogger logger, string job);

    [LoggerMessage(14, LogLevel.Information, "This process starts after Job {Job}, which {State}")]
    public static partial void WaitingForJob(ILogger logger, string job, string state);

    [LoggerMessage(15, LogLevel.Warning, "This process starts after Job {Job}, which {State}")]
    public static partial void JobRefused(ILogger logger, string job, string state);
}
