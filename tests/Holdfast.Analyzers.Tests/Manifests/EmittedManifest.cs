using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Holdfast.Analyzers.Tests.Typed;
using Holdfast.Tests.Shared;
using k8s;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>
/// A declaration, compiled and loaded: its type, its manifest as strict models read it, and its typed objects, which are
/// compared with the manifest each time.
/// </summary>
internal sealed class EmittedManifest
{
    private EmittedManifest(Type type)
    {
        Type = type;
        Yaml = (string)type.GetNestedType("Manifests")!.GetField("Yaml")!.GetRawConstantValue()!;
        Objects = KubernetesYaml.LoadAllFromString(Yaml, strict: true);
        Typed = TypedObjects.Of(type);
        if (Typed is not null)
        {
            string? space = (string?)type.GetNestedType("Manifests")!.GetField("NamespaceYaml")?.GetRawConstantValue();
            TypedObjects.AssertEqualToYaml(type, space is null ? Yaml : space + "---\n" + Yaml);
        }
    }

    public Type Type { get; }

    /// <summary>The typed objects; null in a project that does not reference KubernetesClient.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>>? Typed { get; }

    public string Yaml { get; }

    public List<object> Objects { get; }

    public V1StatefulSet StatefulSet => Objects.OfType<V1StatefulSet>().Single();

    public V1Deployment Deployment => Objects.OfType<V1Deployment>().Single();

    public V1Job Job => Objects.OfType<V1Job>().Single();

    public V1CronJob CronJob => Objects.OfType<V1CronJob>().Single();

    public V1Container Container => StatefulSet.Spec.Template.Spec.Containers[0];

    public V1Service Service(string name) => Objects.OfType<V1Service>().Single(service => service.Metadata.Name == name);

    public T Member<T>(string name) =>
        (T)Type.GetProperty(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;

    public static EmittedManifest Of(string typeName, params string[] sources) => Of(typeName, ClientReference.Run(sources));

    /// <summary>In a project with these MSBuild properties.</summary>
    public static EmittedManifest Of(string typeName, IReadOnlyDictionary<string, string> properties, params string[] sources) =>
        Of(typeName, GeneratorRun.Of(ClientReference.Create(sources), properties));

    /// <summary>In a project with these files.</summary>
    public static EmittedManifest Of(string typeName, ImmutableArray<ProjectText> files, params string[] sources) =>
        Of(typeName, GeneratorRun.Of(ClientReference.Create(sources), files));

    /// <param name="typeName">The application's type.</param>
    /// <param name="run">A run of the generator.</param>
    /// <param name="references">Assemblies that the application needs beside Holdfast.</param>
    public static EmittedManifest Of(string typeName, GeneratorRun run, params byte[][] references)
    {
        Assert.Empty(run.Problems);
        using var image = new MemoryStream();
        Assert.True(run.Compilation.Emit(image).Success);
        image.Position = 0;

        // A separate context for each, sharing the Holdfast of the tests.
        var context = new AssemblyLoadContext(typeName, isCollectible: true);
        foreach (byte[] reference in references)
        {
            context.LoadFromStream(new MemoryStream(reference));
        }

        return new EmittedManifest(context.LoadFromStream(image).GetType(typeName, throwOnError: true)!);
    }

    public static EmittedManifest OfZooKeeperSample() =>
        Of("ZooKeeper", File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples/ZooKeeper/ZooKeeper.cs")));
}
