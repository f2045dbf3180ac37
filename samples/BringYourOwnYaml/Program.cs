using Holdfast.Samples.BringYourOwnYaml;
using k8s;

using var kubernetes = new Kubernetes(KubernetesClientConfiguration.BuildDefaultConfig());
await new Operator(kubernetes).ReconcileAsync(args is [var tenant] ? tenant : "default");
