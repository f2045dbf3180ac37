using Holdfast.Engine.Importing;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>Jobs and CronJobs become types that make the same objects.</summary>
public class JobImportTests
{
    [Fact]
    public void AJobKeepsItsName()
    {
        ImportRun run = Same("""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: migrate
              namespace: shop
            spec:
              completions: 3
              parallelism: 2
              completionMode: Indexed
              backoffLimit: 4
              activeDeadlineSeconds: 600
              ttlSecondsAfterFinished: 3600
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                  - name: migrate
                    image: orders:1
                    args: [migrate]
            """);
        Assert.Contains(
            "[RunOnce(\"migrate\", Namespace = \"shop\", Completions = 3, Parallelism = 2, CompletionMode = JobCompletionMode.Indexed, BackoffLimit = 4, "
            + "ActiveDeadlineSeconds = 600, TtlSecondsAfterFinished = 3600, RestartPolicy = JobRestartPolicy.OnFailure, FixedName = true)]",
            string.Join(' ', run.Result.Code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("( ", "(", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("NoSpread", run.Result.Code, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Result.Notes, static note => note.Kind == ImportNoteKind.Kept);
    }

    [Theory]
    [InlineData("", "ConcurrencyPolicy = ConcurrencyPolicy.Allow")]
    [InlineData("  concurrencyPolicy: Allow\n", "ConcurrencyPolicy = ConcurrencyPolicy.Allow")]
    [InlineData("  concurrencyPolicy: Replace\n", "ConcurrencyPolicy = ConcurrencyPolicy.Replace")]
    [InlineData("  concurrencyPolicy: Forbid\n  timeZone: Europe/Berlin\n", "[Scheduled(\"backup\", \"0 3 * * *\", TimeZone = \"Europe/Berlin\")]")]
    [InlineData("  concurrencyPolicy: Forbid\n  suspend: true\n  startingDeadlineSeconds: 60\n", "Suspend = true, StartingDeadlineSeconds = 60")]
    [InlineData("  concurrencyPolicy: Forbid\n  successfulJobsHistoryLimit: 3\n  failedJobsHistoryLimit: 5\n", "FailedJobsHistoryLimit = 5")]
    public void ACronJobSaysItsPolicy(string fields, string expected)
    {
        ImportRun run = Same($"""
            apiVersion: batch/v1
            kind: CronJob
            metadata:
              name: backup
              labels:
                team: shop
            spec:
              schedule: "0 3 * * *"
            {fields}  jobTemplate:
                spec:
                  template:
                    metadata:
                      labels:
                        app: backup
                    spec:
                      restartPolicy: Never
                      containers:
                      - name: backup
                        image: backup:1
                        ports:
                        - containerPort: 9090
                          name: metrics
                        volumeMounts:
                        - name: data
                          mountPath: /data
                      volumes:
                      - name: data
                        persistentVolumeClaim:
                          claimName: backups
            """);
        Assert.Contains(expected, run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("[ExistingClaim(\"backups\", MountPath = \"/data\")]", run.Result.Code, StringComparison.Ordinal);
    }

    /// <summary>As <c>kubectl get -o yaml</c> shows it: with the selector and the labels of the server.</summary>
    [Fact]
    public void ALiveJobIsImportedAsItWasApplied()
    {
        ImportRun run = Same("""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: migrate
              uid: 5f0a
              labels:
                batch.kubernetes.io/controller-uid: 5f0a
                team: shop
            spec:
              backoffLimit: 6
              completionMode: NonIndexed
              completions: 1
              manualSelector: false
              parallelism: 1
              selector:
                matchLabels:
                  batch.kubernetes.io/controller-uid: 5f0a
              suspend: false
              template:
                metadata:
                  labels:
                    batch.kubernetes.io/controller-uid: 5f0a
                    batch.kubernetes.io/job-name: migrate
                    controller-uid: 5f0a
                    job-name: migrate
                spec:
                  restartPolicy: Never
                  containers:
                  - name: migrate
                    image: orders:1
            status:
              succeeded: 1
            """);
        Assert.DoesNotContain("uid", run.Result.Code, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("selector", run.Result.Code, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AJobOfACronJobIsAPartOfIt()
    {
        ImportRun run = ImportRun.OfText("""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: backup-29012345
              ownerReferences: [{ apiVersion: batch/v1, kind: CronJob, name: backup, uid: 5f0a }]
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{ name: backup, image: 'backup:1' }]
            """);
        Assert.Empty(run.Result.Apps);
        Assert.Equal("its owner makes it", Assert.Single(run.Result.Notes).Reason);
    }

    [Fact]
    public void AJobComesWithWhatItsPodsUse()
    {
        ImportRun run = Same("""
            apiVersion: batch/v1
            kind: Job
            metadata: { name: migrate }
            spec:
              template:
                metadata: { labels: { app: migrate } }
                spec:
                  restartPolicy: Never
                  serviceAccountName: migrate
                  containers:
                  - name: migrate
                    image: orders:1
                    envFrom: [{ configMapRef: { name: settings } }]
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: { name: migrate }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings }
            data: { LEVEL: info }
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: { name: migrate }
            spec: { podSelector: { matchLabels: { app: migrate } }, policyTypes: [Ingress] }
            """);
        Assert.Equal(4, run.Result.Apps.Single().Originals.Length);
    }

    private static ImportRun Same(string yaml)
    {
        var run = ImportRun.OfText(yaml);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
        Assert.Single(run.Result.Apps);
        return run;
    }
}
