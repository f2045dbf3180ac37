using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Local.Manifests;

/// <summary>Reads the manifest of one application.</summary>
internal static class ManifestReader
{
    /// <summary>Of a Job without <c>backoffLimit</c>.</summary>
    private const int DefaultBackoffLimit = 6;

    /// <summary>The kinds of volumes that are empty folders here.</summary>
    private static readonly string[] EmptyKinds = ["emptyDir", "ephemeral"];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static AppSpec Read(string yaml, string source)
    {
        Fields[] objects = [.. Documents(yaml, source)];
        Fields[] workloads = [.. objects.Where(found => found.Text("kind") is "StatefulSet" or "Deployment")];
        if (workloads.Length != 1)
        {
            string kinds = string.Join(", ", objects.Select(found => $"{found.Text("kind")} {found["metadata"].Text("name")}"));
            throw new LocalClusterException(
                $"{source} has {(workloads.Length == 0 ? "no StatefulSet or Deployment" : "several StatefulSets or Deployments")} ({kinds}), and a local cluster runs one for "
                + "each application. Give it the manifest of a [StatefulApp] or [StatelessApp]. Divide a text that has several, and give one that [Manifest] adds to a type its own type.");
        }

        Fields workload = workloads[0];
        return App(objects, workload, workload.Text("kind") == "StatefulSet" ? Set(workload, source) : Deployment(workload, source), source);
    }

    /// <summary>Reads a Job, whose pods have one container.</summary>
    public static AppSpec ReadJob(string yaml, string source)
    {
        Fields[] objects = [.. Documents(yaml, source)];
        Fields[] jobs = [.. objects.Where(found => found.Text("kind") == "Job")];
        if (jobs.Length != 1)
        {
            throw new LocalClusterException($"{source} has {jobs.Length} Jobs, and a local cluster runs one for each type. Name a type with [RunOnce].");
        }

        Fields metadata = jobs[0]["metadata"];
        var job = new JobWorkload(metadata.Text("name") ?? "") { Namespace = metadata.Text("namespace") };
        return App(objects, jobs[0], job, source) with { BackoffLimit = jobs[0]["spec"].Number("backoffLimit") ?? DefaultBackoffLimit };
    }

    private static AppSpec App(Fields[] objects, Fields workload, WorkloadInfo info, string source)
    {
        string kind = workload.Text("kind")!;
        Fields template = workload["spec"]["template"];
        Fields pod = template["spec"];
        ImmutableArray<VolumeSpec> volumes = [.. pod.Items("volumes").Select(volume => Volume(volume, source))];
        ImmutableArray<ContainerSpec> containers = [.. pod.Items("containers").Select(container => Container(container, source))];
        if (containers.IsEmpty)
        {
            throw new LocalClusterException($"The {kind} in {source} has no containers, so there is nothing to run. Declare one.");
        }

        Dictionary<(string Kind, string Name), Fields> maps = objects
            .Where(found => found.Text("kind") is "ConfigMap" or "Secret")
            .DistinctBy(found => (found.Text("kind"), found["metadata"].Text("name")))
            .ToDictionary(found => (found.Text("kind")!, found["metadata"].Text("name") ?? ""));
        return new AppSpec(info, containers)
        {
            Rollout = Rollout(workload["spec"]),
            InitContainers = [.. pod.Items("initContainers").Select(container => Container(container, source))],
            Labels = Pairs(template["metadata"], "labels"),
            Annotations = Pairs(template["metadata"], "annotations"),
            Volumes = volumes,
            Services = [.. objects.Where(found => found.Text("kind") == "Service").Select(Service)],
            Texts = maps.ToImmutableDictionary(map => map.Key, map => Texts(map.Value)),
            Binaries = maps.ToImmutableDictionary(map => map.Key, map => Binaries(map.Value)),
            GracePeriod = TimeSpan.FromSeconds(pod.Number("terminationGracePeriodSeconds") ?? 30),
            ServiceAccount = pod.Text("serviceAccountName"),
        };
    }

    /// <summary>The variables of the first container of a manifest's pods, of whatever kind of workload.</summary>
    public static IEnumerable<EnvSpec> Variables(string yaml, string source) => Documents(yaml, source)
        .Select(found => found["spec"]["template"]["spec"])
        .FirstOrDefault(pod => pod.Exists)
        .Items("containers")
        .Take(1)
        .SelectMany(container => Container(container, source).Env);

    private static IEnumerable<Fields> Documents(string yaml, string source)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            throw new LocalClusterException($"{source} is not YAML: {exception.Message} (line {exception.Start.Line}). Nothing can be run from it.", exception);
        }

        foreach (YamlDocument document in stream.Documents)
        {
            var root = new Fields(document.RootNode);
            if (root.Text("kind") == "List")
            {
                foreach (Fields item in root.Items("items"))
                {
                    yield return item;
                }
            }
            else if (root.Exists)
            {
                yield return root;
            }
        }
    }

    private static StatefulSetInfo Set(Fields set, string source)
    {
        Fields spec = set["spec"];
        Fields retention = spec["persistentVolumeClaimRetentionPolicy"];
        Fields rolling = spec["updateStrategy"]["rollingUpdate"];
        string? away = rolling.Text("maxUnavailable");
        bool percent = away?.EndsWith('%') == true;
        int count = int.TryParse(away?.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        try
        {
            return new StatefulSetInfo(set["metadata"].Text("name") ?? "")
            {
                Namespace = set["metadata"].Text("namespace"),
                ServiceName = spec.Text("serviceName") ?? "",
                Replicas = spec.Number("replicas") ?? 1,
                OrdinalStart = spec["ordinals"].Number("start") ?? 0,
                PodManagementPolicy = spec.Text("podManagementPolicy") == nameof(PodManagementPolicy.Parallel) ? PodManagementPolicy.Parallel : PodManagementPolicy.OrderedReady,
                ClaimTemplates = [.. spec.Items("volumeClaimTemplates").Select(claim => claim["metadata"].Text("name") ?? "")],
                ClaimsWhenScaled = Retention(retention.Text("whenScaled")),
                ClaimsWhenDeleted = Retention(retention.Text("whenDeleted")),
                UpdateStrategy = spec["updateStrategy"].Text("type") == nameof(UpdateStrategy.OnDelete) ? UpdateStrategy.OnDelete : UpdateStrategy.RollingUpdate,
                UpdatePartition = rolling.Number("partition") ?? 0,
                UpdateMaxUnavailable = percent ? 0 : count,
                UpdateMaxUnavailablePercent = percent ? Math.Min(count, 100) : 0,
                MinReadySeconds = spec.Number("minReadySeconds") ?? 0,
            };
        }
        catch (ArgumentException exception)
        {
            throw new LocalClusterException($"The StatefulSet in {source} cannot be: {exception.Message}", exception);
        }
    }

    private static DeploymentInfo Deployment(Fields deployment, string source)
    {
        Fields spec = deployment["spec"];
        string name = deployment["metadata"].Text("name") ?? "";
        if (spec.Flag("paused"))
        {
            throw new LocalClusterException(
                $"Deployment \"{name}\" ({source}) is paused, so its controller makes no pods. Take spec.paused away for the environment that you develop in.");
        }

        try
        {
            return new DeploymentInfo(name) { Namespace = deployment["metadata"].Text("namespace"), Replicas = spec.Number("replicas") ?? 1 };
        }
        catch (ArgumentException exception)
        {
            throw new LocalClusterException($"The Deployment in {source} cannot be: {exception.Message}", exception);
        }
    }

    private static RolloutSpec Rollout(Fields spec)
    {
        var defaults = new RolloutSpec();
        Fields rolling = spec["strategy"]["rollingUpdate"];
        return defaults with
        {
            Recreate = spec["strategy"].Text("type") == "Recreate",
            MaxSurge = Share(rolling.Text("maxSurge")) ?? defaults.MaxSurge,
            MaxUnavailable = Share(rolling.Text("maxUnavailable")) ?? defaults.MaxUnavailable,
            MinReadySeconds = spec.Number("minReadySeconds") ?? 0,
        };
    }

    private static RolloutSpec.Share? Share(string? text) =>
        int.TryParse(text?.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? new(number, text.EndsWith('%')) : null;

    private static ClaimRetention Retention(string? text) => text == nameof(ClaimRetention.Delete) ? ClaimRetention.Delete : ClaimRetention.Retain;

    private static ContainerSpec Container(Fields container, string source)
    {
        string name = container.Text("name") ?? "";
        ImmutableArray<PortSpec> ports =
        [
            .. container.Items("ports").Select(port => new PortSpec(
                port.Text("name") ?? "", port.Number("containerPort") ?? 0, port.Text("protocol") is null or "TCP")),
        ];
        return new ContainerSpec(name)
        {
            IsSidecar = container.Text("restartPolicy") == "Always",
            Image = container.Text("image"),
            Command = [.. container.Texts("command")],
            Args = [.. container.Texts("args")],
            Ports = ports,
            Env = [.. container.Items("env").Select(Env)],
            EnvFrom = [.. container.Items("envFrom").Select(EnvFrom)],
            Mounts =
            [
                .. container.Items("volumeMounts").Select(mount => new MountSpec(
                    mount.Text("name") ?? "", (mount.Text("mountPath") ?? "").TrimEnd('/'), mount.Text("subPath") ?? mount.Text("subPathExpr") ?? "")
                {
                    IsExpression = mount.Text("subPathExpr") is not null,
                }),
            ],
            Resources = new[] { "requests", "limits" }
                .SelectMany(kind => container["resources"].Pairs(kind).Select(pair => KeyValuePair.Create($"{kind}.{pair.Key}", pair.Value)))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Startup = Probe("startupProbe"),
            Readiness = Probe("readinessProbe"),
            Liveness = Probe("livenessProbe"),
            PostStart = Hook("postStart"),
            PreStop = Hook("preStop"),
        };

        ProbeSpec? Probe(string kind)
        {
            Fields probe = container[kind];
            return probe.Exists
                ? new ProbeSpec(kind, Action(probe, new Place(name, kind, ports, source)))
                {
                    InitialDelay = Seconds(probe, "initialDelaySeconds", 0),
                    Period = Seconds(probe, "periodSeconds", 10),
                    Timeout = Seconds(probe, "timeoutSeconds", 1),
                    FailureThreshold = probe.Number("failureThreshold") is > 0 and int failures ? failures : 3,
                    SuccessThreshold = probe.Number("successThreshold") is > 0 and int successes ? successes : 1,
                }
                : null;
        }

        ActionSpec? Hook(string kind)
        {
            Fields hook = container["lifecycle"][kind];
            return hook.Exists ? Action(hook, new Place(name, kind, ports, source)) : null;
        }
    }

    private static TimeSpan Seconds(Fields fields, string name, int otherwise) =>
        TimeSpan.FromSeconds(fields.Number(name) is > 0 and int number ? number : otherwise);

    private static ActionSpec Action(Fields fields, Place place)
    {
        Fields http = fields["httpGet"];
        Fields tcp = fields["tcpSocket"];
        Fields grpc = fields["grpc"];
        return new ActionSpec
        {
            Command = [.. fields["exec"].Texts("command")],
            HttpPort = http.Exists ? Port(http.Text("port"), place) : null,
            Path = http.Text("path") ?? "/",
            Https = http.Text("scheme") == "HTTPS",
            Host = http.Text("host"),
            Headers = [.. http.Items("httpHeaders").Select(header => (header.Text("name") ?? "", header.Text("value") ?? ""))],
            TcpPort = tcp.Exists ? Port(tcp.Text("port"), place) : null,
            GrpcPort = grpc.Exists ? Port(grpc.Text("port"), place) : null,
            GrpcService = grpc.Text("service") ?? "",
            SleepSeconds = fields["sleep"].Exists ? fields["sleep"].Number("seconds") ?? 0 : null,
        };
    }

    /// <summary>A port's number; a name must be one that the container declares, or the kubelet finds nothing to ask.</summary>
    private static int Port(string? port, Place place)
    {
        if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        string names = string.Join(", ", place.Ports.Where(declared => declared.Name.Length > 0).Select(declared => declared.Name));
        names = names.Length > 0 ? names : "none";
        if (string.IsNullOrEmpty(port))
        {
            throw new LocalClusterException(
                $"The {place.Kind} of container \"{place.Container}\" ({place.Source}) names no port; the container's ports are {names}. No cluster would take it. Name one of "
                + "them, or declare a port with [Port].");
        }

        if (place.Ports.FirstOrDefault(declared => declared.Name.Length > 0 && declared.Name == port) is { } found)
        {
            return found.Number;
        }

        throw new LocalClusterException(
            $"The {place.Kind} of container \"{place.Container}\" ({place.Source}) asks port \"{port}\", which the container does not declare; its ports are "
            + $"{names}. The kubelet cannot ask it, so the pod would never become Ready. Name one of them, or declare the port with [Port].");
    }

    private static EnvSpec Env(Fields env)
    {
        string name = env.Text("name") ?? "";
        Fields from = env["valueFrom"];
        string? source = from.Names.FirstOrDefault();
        if (source is null)
        {
            return new EnvSpec(name, env.Text("value") ?? "");
        }

        Fields told = from[source];
        return source switch
        {
            "fieldRef" => new EnvSpec(name, null) { Source = source, Object = told.Text("fieldPath") ?? "" },
            "resourceFieldRef" => new EnvSpec(name, null) { Source = source, Object = told.Text("resource") ?? "", Key = told.Text("divisor") ?? "" },
            _ => new EnvSpec(name, null) { Source = source, Object = told.Text("name") ?? "", Key = told.Text("key") ?? "", Optional = told.Flag("optional") },
        };
    }

    private static EnvFromSpec EnvFrom(Fields from)
    {
        (string kind, Fields told) = from["secretRef"].Exists ? ("Secret", from["secretRef"]) : ("ConfigMap", from["configMapRef"]);
        return new EnvFromSpec(kind, told.Text("name") ?? "", from.Text("prefix") ?? "", told.Flag("optional"));
    }

    private static VolumeSpec Volume(Fields volume, string source)
    {
        string name = volume.Text("name") ?? "";
        string kind = volume.Names.FirstOrDefault(field => field != "name") ?? "emptyDir";
        Fields told = volume[kind];
        return kind switch
        {
            "configMap" => new VolumeSpec(name, kind) { Files = [Files("ConfigMap", told.Text("name"), told)] },
            "secret" => new VolumeSpec(name, kind) { Files = [Files("Secret", told.Text("secretName"), told)] },
            "downwardAPI" => new VolumeSpec(name, kind) { Files = [DownwardFiles(told)] },
            "projected" => new VolumeSpec(name, kind) { Files = [.. told.Items("sources").SelectMany(Projected)] },
            "hostPath" => new VolumeSpec(name, kind) { Object = told.Text("path") ?? "/" },
            "persistentVolumeClaim" => new VolumeSpec(name, kind) { Object = told.Text("claimName") ?? "" },
            _ when EmptyKinds.Contains(kind) => new VolumeSpec(name, kind),
            _ => throw new LocalClusterException(
                $"Volume \"{name}\" ({source}) is of kind {kind}, which a local cluster cannot provide. Declare another volume for the environment that you develop in."),
        };
    }

    private static IEnumerable<FilesSpec> Projected(Fields source)
    {
        // A service account's token and trust bundles are the API server's; there is none here.
        if (source["configMap"] is { Exists: true } map)
        {
            yield return Files("ConfigMap", map.Text("name"), map);
        }

        if (source["secret"] is { Exists: true } secret)
        {
            yield return Files("Secret", secret.Text("name"), secret);
        }

        if (source["downwardAPI"] is { Exists: true } fields)
        {
            yield return DownwardFiles(fields);
        }
    }

    private static FilesSpec Files(string kind, string? name, Fields fields) =>
        new(kind, name ?? "", [.. fields.Items("items").Select(item => (item.Text("key") ?? "", item.Text("path") ?? ""))], fields.Flag("optional"));

    private static FilesSpec DownwardFiles(Fields fields) =>
        new("DownwardAPI", "", [.. fields.Items("items").Where(item => item["fieldRef"].Exists).Select(item => (item["fieldRef"].Text("fieldPath") ?? "", item.Text("path") ?? ""))], false);

    private static ServiceSpec Service(Fields service)
    {
        Fields spec = service["spec"];
        return new ServiceSpec(service["metadata"].Text("name") ?? "", service["metadata"].Text("namespace"))
        {
            IsHeadless = spec.Text("clusterIP") == "None",
            PublishesNotReady = spec.Flag("publishNotReadyAddresses"),
            ExternalName = spec.Text("type") == "ExternalName" ? spec.Text("externalName") : null,
            Selector = Pairs(spec, "selector"),
            Ports =
            [
                .. spec.Items("ports").Select(port => new ServicePortSpec(
                    port.Text("name") ?? "",
                    port.Number("port") ?? 0,
                    port.Text("targetPort") ?? port.Text("port") ?? "",
                    (port.Text("protocol") ?? "TCP").ToLowerInvariant())),
            ],
        };
    }

    private static ImmutableSortedDictionary<string, string> Texts(Fields found) =>
        found.Pairs("stringData").Concat(found.Text("kind") == "Secret" ? [] : found.Pairs("data"))
            .Concat(Encoded(found).Select(pair => (pair.Key, Value: Text(pair.Bytes))).Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!)))
            .DistinctBy(pair => pair.Item1)
            .ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, byte[]> Binaries(Fields found) =>
        Encoded(found).Where(pair => Text(pair.Bytes) is null).DistinctBy(pair => pair.Key)
            .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Bytes, StringComparer.Ordinal);

    private static IEnumerable<(string Key, byte[] Bytes)> Encoded(Fields found) => found.Pairs(found.Text("kind") == "Secret" ? "data" : "binaryData").Select(pair =>
    {
        byte[] bytes = new byte[pair.Value.Length];
        return (pair.Key, Convert.TryFromBase64String(pair.Value, bytes, out int length) ? bytes[..length] : Encoding.UTF8.GetBytes(pair.Value));
    });

    private static string? Text(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static ImmutableSortedDictionary<string, string> Pairs(Fields fields, string name) =>
        fields.Pairs(name).DistinctBy(pair => pair.Key).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private sealed record Place(string Container, string Kind, ImmutableArray<PortSpec> Ports, string Source);
}
