using Holdfast.WellKnown;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>The Role and the RoleBinding of <c>[Allow]</c>, and the account that they are for.</summary>
public class AllowTests
{
    [Fact]
    public void RightsAreARoleThatIsBoundToAnAccountThatIsMade()
    {
        EmittedManifest manifest = Manifest("""[Allow("get list watch", "pods pods/log")]""");
        Assert.Equal(["ServiceAccount", "Role", "RoleBinding"], manifest.Objects.Take(3).Cast<k8s.IKubernetesObject>().Select(made => made.Kind));
        V1Role role = Role(manifest);
        V1PolicyRule rule = Assert.Single(role.Rules);
        Assert.Equal(("a", "shop", "a"), (role.Metadata.Name, role.Metadata.NamespaceProperty, role.Metadata.Labels[KubernetesLabels.Name]));
        Assert.Equal([""], rule.ApiGroups);
        Assert.Equal(["pods", "pods/log"], rule.Resources);
        Assert.Equal(["get", "list", "watch"], rule.Verbs);
        Assert.Null(rule.ResourceNames);

        V1RoleBinding binding = Assert.Single(manifest.Objects.OfType<V1RoleBinding>());
        Assert.Equal(("a", "shop"), (binding.Metadata.Name, binding.Metadata.NamespaceProperty));
        Assert.Equal(("rbac.authorization.k8s.io", "Role", "a"), (binding.RoleRef.ApiGroup, binding.RoleRef.Kind, binding.RoleRef.Name));
        Assert.Equal([("ServiceAccount", "a", null!)], binding.Subjects.Select(subject => (subject.Kind, subject.Name, subject.NamespaceProperty)));

        // The account says nothing about its token, so pods get it.
        V1PodSpec pod = manifest.StatefulSet.Spec.Template.Spec;
        Assert.Equal(("a", null), (pod.ServiceAccountName, pod.AutomountServiceAccountToken));
        Assert.Null(Assert.Single(manifest.Objects.OfType<V1ServiceAccount>()).AutomountServiceAccountToken);
    }

    [Fact]
    public void WithoutRightsThereIsNoRole() =>
        Assert.DoesNotContain(Manifest("").Objects, static made => made is V1Role or V1RoleBinding or V1ServiceAccount);

    [Theory]
    [InlineData("[ServiceAccount(\"runner\")]", "runner", true, false)]
    [InlineData("[ServiceAccount(\"runner\", Create = true)]", "runner", null, true)]
    [InlineData("[ServiceAccount(Create = true)]", "a", null, true)]
    [InlineData("[ServiceAccount(MountToken = true)]", "a", true, true)]
    [InlineData("[ServiceAccount(Create = false)]", "default", true, false)]
    public void RightsAreForTheAccountOfThePods(string attribute, string account, bool? mountToken, bool made)
    {
        EmittedManifest manifest = Manifest(attribute + """[Allow("get", "pods")]""");
        Assert.Equal([account], manifest.Objects.OfType<V1RoleBinding>().Single().Subjects.Select(subject => subject.Name));
        Assert.Equal(mountToken, manifest.StatefulSet.Spec.Template.Spec.AutomountServiceAccountToken);
        Assert.Equal(made, manifest.Objects.OfType<V1ServiceAccount>().Any());
    }

    /// <summary>A rule grants each of its resources in each of its groups, so one rule for two groups would grant too much.</summary>
    [Fact]
    public void EachApiGroupHasItsOwnRule()
    {
        V1Role role = Role(Manifest("""
            [Allow("get", "pods statefulsets services", Names = new[] { "a", "b" })]
            [Allow("get create", "silos", Group = "orleans.dot.net")]
            """));
        Assert.Equal(
            [("", "pods services", "get", "a b"), ("apps", "statefulsets", "get", "a b"), ("orleans.dot.net", "silos", "get create", "")],
            role.Rules.Select(Text));
    }

    [Theory]
    [InlineData("Orleans", "", "pods", "get watch list delete patch", "")]
    [InlineData("AkkaManagement", "", "pods", "get watch list", "")]
    [InlineData("AkkaLease", "akka.io", "leases", "get create update list", "")]
    [InlineData("ProtoActor", "", "pods", "get list watch patch", "")]
    [InlineData("ScaleIn", "apps", "statefulsets", "get", "a")]
    public void PresetsGrantWhatIsDocumented(string preset, string group, string resource, string verbs, string names) =>
        Assert.Equal([(group, resource, verbs, names)], Role(Manifest($"[Allow(ClientRights.{preset})]")).Rules.Select(Text));

    [Fact]
    public void EveryPresetGrantsSomething() =>
        Assert.All(Enum.GetNames<ClientRights>(), static preset => Assert.NotEmpty(Role(Manifest($"[Allow(ClientRights.{preset})]")).Rules));

    /// <summary>The resources tell one attribute from another, not the verbs, which many have in common.</summary>
    [Theory]
    [InlineData("", "pods:get;statefulsets:get")]
    [InlineData("dev", "pods:get list;statefulsets:get")]
    public void AnEnvironmentHasOtherVerbs(string environment, string rules)
    {
        EmittedManifest manifest = EmittedManifest.Of("A", new Dictionary<string, string> { ["HoldfastEnvironment"] = environment }, """
            using Holdfast;
            [StatefulApp("a")] [Container("a:1")]
            [Allow("get", "pods")] [Allow("get", "statefulsets")] [Allow("get list", "pods", Environment = "dev")]
            partial class A { }
            """);
        Assert.Equal(rules, string.Join(";", Role(manifest).Rules.Select(rule => $"{rule.Resources[0]}:{string.Join(" ", rule.Verbs)}")));
    }

    [Fact]
    public void ADeploymentHasRightsToo() => Assert.Equal(
        "a",
        Role(EmittedManifest.Of("A", """using Holdfast; [StatelessApp("a")] [Container("a:1")] [Allow("get", "pods")] partial class A { }""")).Metadata.Name);

    private static (string Group, string Resources, string Verbs, string Names) Text(V1PolicyRule rule) =>
        (string.Join(" ", rule.ApiGroups), string.Join(" ", rule.Resources), string.Join(" ", rule.Verbs), string.Join(" ", rule.ResourceNames ?? []));

    private static V1Role Role(EmittedManifest manifest) => Assert.Single(manifest.Objects.OfType<V1Role>());

    private static EmittedManifest Manifest(string attributes) =>
        EmittedManifest.Of("A", $"using Holdfast; [StatefulApp(\"a\", Namespace = \"shop\")] [Container(\"a:1\")] {attributes} partial class A {{ }}");
}
