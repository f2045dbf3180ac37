namespace Holdfast.Engine.Model.Views;

/// <summary>The kinds of <c>batch/v1</c>.</summary>
internal static class JobView
{
    public const string Kind = "Job";

    public const string CronJob = "CronJob";

    public const string ApiVersion = "batch/v1";
}
