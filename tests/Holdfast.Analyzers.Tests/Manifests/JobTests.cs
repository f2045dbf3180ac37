using Holdfast.Tests.Shared;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Work that runs once or on a schedule: all that its attributes say is there, and nothing that only replicas have.</summary>
public class JobTests
{
    [Fact]
    public void AJobHasWhatIsDeclared_AndARestartPolicy()
    {
        EmittedManifest manifest = Once("\"migrate\"");
        Assert.Equal([typeof(V1Job)], manifest.Objects.Select(item => item.GetType()));
        V1JobSpec spec = manifest.Job.Spec;
        Assert.Equal(
            [null, null, null, null, null, null, null],
            new object?[] { spec.Completions, spec.Parallelism, spec.CompletionMode, spec.BackoffLimit, spec.ActiveDeadlineSeconds, spec.TtlSecondsAfterFinished, spec.Suspend });
        Assert.Null(spec.Selector);
        Assert.Equal("Never", spec.Template.Spec.RestartPolicy);
        Assert.Null(spec.Template.Spec.TopologySpreadConstraints);
        Assert.Equal(["POD_NAME", "POD_NAMESPACE"], spec.Template.Spec.Containers[0].Env.Select(variable => variable.Name));
        Assert.True(spec.Template.Spec.SecurityContext.RunAsNonRoot);
        Assert.Equal("migrate", manifest.Job.Metadata.Labels["app.kubernetes.io/name"]);
        Assert.Equal("migrate", spec.Template.Metadata.Labels["app.kubernetes.io/name"]);
    }

    [Fact]
    public void EveryFieldOfAJobIsThere()
    {
        V1Job job = Once("""
            "migrate", Namespace = "shop", Completions = 4, Parallelism = 2, CompletionMode = JobCompletionMode.Indexed, BackoffLimit = 3,
            ActiveDeadlineSeconds = 600, TtlSecondsAfterFinished = 60, RestartPolicy = JobRestartPolicy.OnFailure, Suspend = true, TerminationGracePeriodSeconds = 5
            """).Job;
        Assert.Equal("shop", job.Metadata.NamespaceProperty);
        Assert.Equal((4, 2, "Indexed", 3), (job.Spec.Completions, job.Spec.Parallelism, job.Spec.CompletionMode, job.Spec.BackoffLimit));
        Assert.Equal((600L, 60, true), (job.Spec.ActiveDeadlineSeconds, job.Spec.TtlSecondsAfterFinished, job.Spec.Suspend));
        Assert.Equal(("OnFailure", 5L), (job.Spec.Template.Spec.RestartPolicy, job.Spec.Template.Spec.TerminationGracePeriodSeconds));
    }

    [Fact]
    public void ACronJobForbidsTwoRunsAtATime()
    {
        EmittedManifest manifest = Regularly("\"backup\", \"0 3 * * *\"");
        Assert.Equal([typeof(V1CronJob)], manifest.Objects.Select(item => item.GetType()));
        V1CronJobSpec spec = manifest.CronJob.Spec;
        Assert.Equal(("backup", "0 3 * * *", "Forbid"), (manifest.CronJob.Metadata.Name, spec.Schedule, spec.ConcurrencyPolicy));
        Assert.Equal(
            [null, null, null, null, null],
            new object?[] { spec.TimeZone, spec.StartingDeadlineSeconds, spec.SuccessfulJobsHistoryLimit, spec.FailedJobsHistoryLimit, spec.Suspend });
        Assert.Equal("Never", spec.JobTemplate.Spec.Template.Spec.RestartPolicy);
        Assert.Equal(manifest.CronJob.Metadata.Labels, spec.JobTemplate.Metadata.Labels);
        Assert.Equal("backup", spec.JobTemplate.Spec.Template.Metadata.Labels["app.kubernetes.io/name"]);
    }

    [Fact]
    public void EveryFieldOfACronJobIsThere()
    {
        V1CronJob cronJob = Regularly("""
            "backup", "@daily", TimeZone = "Europe/Berlin", ConcurrencyPolicy = ConcurrencyPolicy.Replace, StartingDeadlineSeconds = 3600,
            SuccessfulJobsHistoryLimit = 7, FailedJobsHistoryLimit = 2, Suspend = true, BackoffLimit = 1, ActiveDeadlineSeconds = 7200
            """).CronJob;
        V1CronJobSpec spec = cronJob.Spec;
        Assert.Equal(("@daily", "Europe/Berlin", "Replace", 3600L), (spec.Schedule, spec.TimeZone, spec.ConcurrencyPolicy, spec.StartingDeadlineSeconds));
        Assert.Equal((7, 2, true), (spec.SuccessfulJobsHistoryLimit, spec.FailedJobsHistoryLimit, spec.Suspend));
        Assert.Equal((1, 7200L, null), (spec.JobTemplate.Spec.BackoffLimit, spec.JobTemplate.Spec.ActiveDeadlineSeconds, spec.JobTemplate.Spec.Suspend));
    }

    [Fact]
    public void WhatEveryPodCanHaveIsThere()
    {
        EmittedManifest manifest = EmittedManifest.Of("Work", """"
            using Holdfast;
            [RunOnce("migrate")]
            [Container("migrate:1", Args = new[] { "--all" })]
            [Resources(CpuRequest = "100m", MemoryLimit = "64Mi")]
            [Env("LEVEL", "info")]
            [EnvFrom(Secret = "orders")]
            [SecurityContext(RunAsUser = 70)]
            [NodeSelector("disk", "ssd")]
            [ServiceAccount(Create = true)]
            [Label("team", "shop")]
            [NetworkPolicy]
            [Patch("spec: {backoffLimitPerIndex: 1, completionMode: Indexed, completions: 2}")]
            partial class Work
            {
                [ExistingClaim("dumps", MountPath = "/dumps")] public static partial ExistingClaim Dumps { get; }
                [EmptyDir(MountPath = "/tmp")] public static partial Volume Scratch { get; }
                [AddressOf(typeof(Postgres), "Host={Primary}", Env = "DATABASE")] public static partial string Database { get; }
                [InitContainer("wait:1")] static partial class Wait { }
            }
            [StatefulApp("postgres")] [Container("postgres:17")]
            partial class Postgres
            {
                [Port(5432)] public static partial ServicePort Sql { get; }
                [ClientService] public static partial Service Primary { get; }
            }
            """");
        V1PodSpec pod = manifest.Job.Spec.Template.Spec;
        Assert.Equal(["--all"], pod.Containers[0].Args);
        Assert.Equal("Host=postgres-primary", pod.Containers[0].Env.Single(variable => variable.Name == "DATABASE").Value);
        Assert.Equal(["dumps", "scratch"], pod.Volumes.Select(volume => volume.Name));
        Assert.Equal("wait", Assert.Single(pod.InitContainers).Name);
        Assert.Equal(("migrate", 70L, "ssd"), (pod.ServiceAccountName, pod.SecurityContext.RunAsUser, pod.NodeSelector["disk"]));
        Assert.Equal(("Indexed", 1), (manifest.Job.Spec.CompletionMode, manifest.Job.Spec.BackoffLimitPerIndex));
        Assert.Single(manifest.Objects.OfType<V1NetworkPolicy>());
        Assert.Single(manifest.Objects.OfType<V1ServiceAccount>());
        Assert.Equal("shop", manifest.Job.Metadata.Labels["team"]);
    }

    /// <summary>What is fixed makes another Job; what can change leaves it alone.</summary>
    [Theory]
    [InlineData("\"migrate\"", "migrate:2", true)]
    [InlineData("\"migrate\", Completions = 2", "migrate:1", true)]
    [InlineData("\"migrate\", RestartPolicy = JobRestartPolicy.OnFailure", "migrate:1", true)]
    [InlineData("\"migrate\", BackoffLimit = 2", "migrate:1", false)]
    [InlineData("\"migrate\", Parallelism = 2, Suspend = true, ActiveDeadlineSeconds = 9, TtlSecondsAfterFinished = 9", "migrate:1", false)]
    [InlineData("\"migrate\", Namespace = \"shop\"", "migrate:1", false)]
    public void AJobsNameFollowsWhatIsFixed(string arguments, string image, bool isAnother)
    {
        string before = Once("\"migrate\"").Job.Metadata.Name;
        string after = Once(arguments, image).Job.Metadata.Name;
        Assert.Matches("^migrate-[0-9a-f]{8}$", after);
        Assert.Equal(isAnother, before != after);
    }

    [Fact]
    public void APatchIsAPartOfTheName()
    {
        static string Name(string patch) => Once("\"migrate\"", attributes: $"[Patch(\"{patch}\")]").Job.Metadata.Name;
        Assert.NotEqual(Name("spec: {template: {spec: {hostname: a}}}"), Name("spec: {template: {spec: {hostname: b}}}"));
        Assert.Equal(Name("metadata: {labels: {a: b}}"), Once("\"migrate\"").Job.Metadata.Name);
    }

    [Fact]
    public void AFixedNameStays() => Assert.Equal("migrate", Once("\"migrate\", FixedName = true").Job.Metadata.Name);

    [Fact]
    public void CodeKnowsTheNameOfTheManifest()
    {
        EmittedManifest manifest = Once("\"migrate\", Namespace = \"shop\"");
        var job = (JobInfo)Workload(manifest.Type, typeof(IRunOnceApp));
        Assert.Equal((manifest.Job.Metadata.Name, "migrate", "shop"), (job.Name, job.Application, job.Namespace));
        var cronJob = (CronJobInfo)Workload(Regularly("\"backup\", \"@daily\"").Type, typeof(IScheduledApp));
        Assert.Equal(("backup", null), (cronJob.Name, cronJob.Namespace));
    }

    [Fact]
    public void PropertiesOfTheBuildAreAPartOfTheName()
    {
        static V1Job Job(string tag) => EmittedManifest.Of(
            "Work",
            new Dictionary<string, string> { ["ContainerRepository"] = "shop/orders", ["ContainerImageTag"] = tag },
            "using Holdfast; [RunOnce(\"migrate\")] [Container(Args = new[] { \"migrate\" })] partial class Work { }").Job;
        Assert.Equal("shop/orders:1.0", Job("1.0").Spec.Template.Spec.Containers[0].Image);
        Assert.NotEqual(Job("1.0").Metadata.Name, Job("1.1").Metadata.Name);
    }

    private static object Workload(Type type, Type app) => type.GetInterfaceMap(app).TargetMethods.Single().Invoke(null, null)!;

    private static EmittedManifest Once(string arguments, string image = "migrate:1", string attributes = "") => EmittedManifest.Of(
        "Work", $"using Holdfast; [RunOnce({arguments})] [Container(\"{image}\")] {attributes} partial class Work {{ }}");

    private static EmittedManifest Regularly(string arguments) => EmittedManifest.Of(
        "Work", $"using Holdfast; [Scheduled({arguments})] [Container(\"backup:1\")] partial class Work {{ }}");
}
