using Company.Operator1;
using k8s;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

// The cluster of the current kubectl context, or the one that this process runs in.
builder.Services.AddSingleton<IKubernetes>(_ => new Kubernetes(KubernetesClientConfiguration.BuildDefaultConfig()));
builder.Services.AddSingleton<Reconciler>();
builder.Services.AddHostedService<Worker>();

builder.Build().Run();
