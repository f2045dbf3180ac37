using System.Diagnostics;
using Holdfast.Tests.Shared;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Applications that start after a Job: they have its name, the right to read it, and a way to wait.</summary>
public class AfterTests
{
    private const string Job = """
        [RunOnce("migrations", Namespace = "shop")] [Container("orders:1.0")]
        partial class Migrations { [AddressOf(typeof(Postgres), "Host={Primary}", Env = "DATABASE")] public static partial string Database { get; } }
        [StatefulApp("postgres", Namespace = "shop")] [Container("postgres:17")]
        partial class Postgres { [Port(5432)] public static partial ServicePort Sql { get; } [ClientService] public static partial Service Primary { get; } }
        """;

    [Theory]
    [InlineData("StatefulApp")]
    [InlineData("StatelessApp")]
    public void TheApplicationWaits_AndMayReadTheJobAlone(string kind)
    {
        string source = Source("[After(typeof(Migrations))]", kind);
        string name = EmittedManifest.Of("Migrations", source).Job.Metadata.Name;
        EmittedManifest manifest = EmittedManifest.Of("Orders", source);
        Assert.Equal(["ServiceAccount", "Role", "RoleBinding"], manifest.Objects.Take(3).Cast<k8s.IKubernetesObject>().Select(found => found.Kind));
        V1PodSpec pod = Pod(manifest);
        Assert.Equal(name, pod.Containers[0].Env.Single(variable => variable.Name == "HOLDFAST_AFTER").Value);
        Assert.Null(pod.InitContainers);
        Assert.Equal("orders", pod.ServiceAccountName);
        V1PolicyRule rule = Assert.Single(manifest.Objects.OfType<V1Role>().Single().Rules);
        Assert.Equal(["batch"], rule.ApiGroups);
        Assert.Equal(["jobs"], rule.Resources);
        Assert.Equal(["get"], rule.Verbs);
        Assert.Equal([name], rule.ResourceNames);
        V1RoleBinding binding = manifest.Objects.OfType<V1RoleBinding>().Single();
        Assert.Equal(("orders", "shop"), (binding.RoleRef.Name, binding.Metadata.NamespaceProperty));
        Assert.Equal(("ServiceAccount", "orders"), binding.Subjects.Select(subject => (subject.Kind, subject.Name)).Single());
    }

    [Fact]
    public void AnImageWaitsInAnInitContainer_BeforeAllOthers()
    {
        string source = Source("[After(typeof(Migrations), WaitImage = \"curlimages/curl:8.11.1\")]", members: "[InitContainer(\"first:1\")] static partial class First { }");
        V1PodSpec pod = Pod(EmittedManifest.Of("Orders", source));
        Assert.Equal(["after-migrations", "first"], pod.InitContainers.Select(container => container.Name));
        Assert.Equal("curlimages/curl:8.11.1", pod.InitContainers[0].Image);
        Assert.Equal(EmittedManifest.Of("Migrations", source).Job.Metadata.Name, pod.InitContainers[0].Env.Single(variable => variable.Name == "JOB_NAME").Value);
        Assert.DoesNotContain(pod.Containers[0].Env, variable => variable.Name == "HOLDFAST_AFTER");
        Assert.Null(pod.InitContainers[0].VolumeMounts);
    }

    [Fact]
    public void AnAccountThatIsDeclaredIsTheOneThatMay()
    {
        EmittedManifest manifest = EmittedManifest.Of("Orders", Source("[After(typeof(Migrations))] [ServiceAccount(\"shared\")]"));
        Assert.Empty(manifest.Objects.OfType<V1ServiceAccount>());
        Assert.Equal("shared", manifest.Objects.OfType<V1RoleBinding>().Single().Subjects.Single().Name);
    }

    [Fact]
    public void SeveralJobsAreWaitedFor()
    {
        string source = Source("[After(typeof(Migrations))] [After(typeof(Seed))]") + "[RunOnce(\"seed\", Namespace = \"shop\")] [Container(\"orders:1.0\")] partial class Seed { }";
        EmittedManifest manifest = EmittedManifest.Of("Orders", source);
        string[] names = [EmittedManifest.Of("Migrations", source).Job.Metadata.Name, EmittedManifest.Of("Seed", source).Job.Metadata.Name];
        Assert.Equal(string.Join(',', names), manifest.Container.Env.Single(variable => variable.Name == "HOLDFAST_AFTER").Value);
        Assert.Equal(names, manifest.Objects.OfType<V1Role>().Single().Rules.Single().ResourceNames);
    }

    /// <summary>The application's manifest and the Job's are composed apart, and all that the Job is made of counts in both.</summary>
    [Theory]
    [InlineData("ContainerImageTag", "2.0")]
    [InlineData("HoldfastImageTag", "2.0")]
    [InlineData("HoldfastNamespace", "elsewhere")]
    [InlineData("HoldfastEnvironment", "prod")]
    [InlineData("HoldfastImageRegistry", "registry.example.com")]
    public void BothAgreeWhateverTheBuildSays(string property, string value)
    {
        const string Source = """
            using Holdfast;
            [StatefulApp("orders", Namespace = "shop")] [Container] [After(typeof(Migrations))] partial class Orders { }
            [RunOnce("migrations", Namespace = "shop")] [Container(Args = new[] { "migrate" })] [Resources(CpuRequest = "1")]
            partial class Migrations { [AddressOf(typeof(Postgres), "Host={Primary}", Env = "DATABASE")] public static partial string Database { get; } }
            [StatefulApp("postgres", Namespace = "shop")] [StatefulApp("postgres", Namespace = "data", Environment = "prod")] [Container("postgres:17")]
            partial class Postgres { [Port(5432)] public static partial ServicePort Sql { get; } [ClientService] public static partial Service Primary { get; } }
            """;
        var properties = new Dictionary<string, string> { ["ContainerRepository"] = "shop/orders", ["ContainerImageTag"] = "1.0", [property] = value };
        string name = EmittedManifest.Of("Migrations", properties, Source).Job.Metadata.Name;
        Assert.Equal(name, EmittedManifest.Of("Orders", properties, Source).Container.Env.Single(variable => variable.Name == "HOLDFAST_AFTER").Value);
        if (property == "HoldfastEnvironment")
        {
            Assert.NotEqual(name, EmittedManifest.Of("Migrations", new Dictionary<string, string>(properties) { [property] = "" }, Source).Job.Metadata.Name);
        }
    }

    [Fact]
    public void BothAgreeOnFilesAndPatches()
    {
        string source = "using Holdfast; [StatefulApp(\"orders\", Namespace = \"shop\")] [Container(\"orders:1.0\")] [After(typeof(Migrations))] partial class Orders { }"
            + "[RunOnce(\"migrations\", Namespace = \"shop\")] [Container(\"orders:1.0\")] [ConfigMapEntry(\"settings.json\", File = \"settings.json\")] "
            + "[Patch(\"spec: {template: {spec: {hostname: m}}}\")] partial class Migrations { }";
        string first = Check("{}");
        Assert.NotEqual(first, Check("{ }"));

        string Check(string text)
        {
            System.Collections.Immutable.ImmutableArray<ProjectText> files = [new ProjectText("settings.json", text)];
            string name = EmittedManifest.Of("Migrations", files, source).Job.Metadata.Name;
            Assert.Equal(name, EmittedManifest.Of("Orders", files, source).Container.Env.Single(variable => variable.Name == "HOLDFAST_AFTER").Value);
            return name;
        }
    }

    /// <summary>The script, with a curl that answers as the API server does.</summary>
    [Theory]
    [InlineData("{\n  \"kind\": \"Job\",\n  \"status\": {\n    \"conditions\": [\n      {\n        \"type\": \"SuccessCriteriaMet\",\n        \"status\": \"True\"\n      },\n      {\n        \"type\": \"Complete\",\n        \"status\": \"True\",\n        \"message\": \"x\"\n      }\n    ]\n  }\n}", 0)]
    [InlineData("{ \"kind\": \"Job\", \"status\": { \"conditions\": [ { \"type\": \"Failed\", \"status\": \"True\", \"reason\": \"BackoffLimitExceeded\" } ] } }", 1)]
    [InlineData("{ \"kind\": \"Job\", \"status\": { \"active\": 1 } }", null)]
    [InlineData("{ \"kind\": \"Status\", \"reason\": \"NotFound\", \"code\": 404 }", null)]
    public void TheScriptEndsWithTheJob(string answer, int? code)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There is no /bin/sh.");
            return;
        }

        string script = Pod(EmittedManifest.Of("Orders", Source("[After(typeof(Migrations), WaitImage = \"curl:8\")]"))).InitContainers[0].Command[2];
        string folder = Directory.CreateTempSubdirectory("holdfast-after-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "answer"), answer);
            string curl = Path.Combine(folder, "curl");
            File.WriteAllText(curl, "#!/bin/sh\necho \"$@\" > \"$(dirname \"$0\")/arguments\"\ncat \"$(dirname \"$0\")/answer\"\n");
            File.SetUnixFileMode(curl, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
            var start = new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PATH"] = folder + ":" + Environment.GetEnvironmentVariable("PATH");
            start.Environment["POD_NAMESPACE"] = "shop";
            start.Environment["JOB_NAME"] = "migrations-1";
            using Process process = Process.Start(start)!;
            bool ends = process.WaitForExit(code is null ? 1500 : 20000);
            if (!ends)
            {
                process.Kill(entireProcessTree: true);
            }

            Assert.Equal(code, ends ? process.ExitCode : null);
            Assert.Contains("https://kubernetes.default.svc/apis/batch/v1/namespaces/shop/jobs/migrations-1", File.ReadAllText(Path.Combine(folder, "arguments")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static V1PodSpec Pod(EmittedManifest manifest) =>
        manifest.Objects.OfType<V1Deployment>().SingleOrDefault()?.Spec.Template.Spec ?? manifest.StatefulSet.Spec.Template.Spec;

    private static string Source(string attributes, string kind = "StatefulApp", string members = "") =>
        $"using Holdfast; [{kind}(\"orders\", Namespace = \"shop\")] [Container(\"orders:1.0\")] {attributes} partial class Orders {{ {members} }}\n" + Job;
}
