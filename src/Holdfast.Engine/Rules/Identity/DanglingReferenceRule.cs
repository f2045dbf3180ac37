using Holdfast.Engine.Model.References;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor DanglingReferenceRule = new(
        id: "HF1017",
        title: "A reference names something that does not exist",
        messageFormat: "{0}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API server does not check that a ConfigMap, Secret, claim, account, role, Service or workload that another object names exists, nor that it has the key or port.",
        helpLinkUri: HelpLink.For("HF1017"),
        customTags: Fixes.ReplaceText);
}

/// <summary>
/// HF1017: a field names an object, or a part of one, that is not there. An object may be made elsewhere, so its name is wrong only where
/// nothing names one of nearly the same name; what a known object has is known.
/// </summary>
internal sealed class DanglingReferenceRule() : Rule(RuleDescriptors.DanglingReferenceRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        manifests.Watch?.LookUpAll();
        CheckNames(manifests, context);
        KnownEntries? entries = null;
        foreach (PodOwnerView owner in new ListedViews<PodOwnerView>(manifests.PodOwners))
        {
            foreach (KeyReference reference in KeyReference.In(owner))
            {
                Check(reference, entries ??= new KnownEntries(manifests), context);
            }
        }

        foreach (MappingNode node in manifests.Declared)
        {
            switch (ObjectView.KindOf(node))
            {
                case "Ingress":
                    CheckPorts(new PlainView(node), manifests, context);
                    break;
                case "PersistentVolume":
                    CheckClaim(new PlainView(node), manifests, context);
                    break;
            }
        }

        foreach (AutoscalerView autoscaler in new ListedViews<AutoscalerView>(manifests.Autoscalers))
        {
            CheckKind(autoscaler, manifests, context);
        }

        if (!manifests.IsOpen && HasBinding(manifests))
        {
            CheckAccounts(manifests, context);
            CheckAccountNamespaces(manifests, context);
        }

        CheckRoles(manifests, context);
    }

    private void CheckRoles(ManifestSet manifests, RuleContext context)
    {
        foreach ((ObjectView role, PodOwnerView owner, string account) in UnusedRoles.In(manifests))
        {
            context.Report(this, role.Name!.Location, new RuleFinding(
                $"No {(ObjectView.KindOf(role.Node) == "Role" ? "RoleBinding" : "binding")} names the {ObjectView.KindOf(role.Node)} '{role.DisplayName}', and none names the ServiceAccount '{account}' of the pods of '{owner.DisplayName}', so the API server forbids their requests (403); bind the {ObjectView.KindOf(role.Node)} to the ServiceAccount"));
        }
    }

    private static bool HasBinding(ManifestSet manifests)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            if (RoleBindings.Include(node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names that nothing has, where one that is nearly the same, or for the same thing, is there and nothing uses it.</summary>
    private void CheckNames(ManifestSet manifests, RuleContext context)
    {
        if (manifests.IsOpen)
        {
            return;
        }

        List<ObjectReference>? references = null;
        bool isAnyNamed = false;
        foreach (MappingNode node in manifests.Declared)
        {
            foreach (ObjectReference reference in ObjectReference.In(node))
            {
                (references ??= []).Add(reference);
                isAnyNamed |= !reference.IsOptional && reference.Name.TryGetString(out _);
            }
        }

        if (references is null || !isAnyNamed)
        {
            return;
        }

        HashSet<TextPair> used = [.. references.Select(static reference => new TextPair(reference.Kind, Text(reference.Name)))];
        ILookup<string, ObjectView> unused = manifests.Declared
            .Where(node => node.At("metadata", "name").TryGetString(out string? name) && name.Length > 0 && !used.Contains(new TextPair(ObjectView.KindOf(node), name)))
            .ToLookup<MappingNode, string, ObjectView>(static node => ObjectView.KindOf(node), static node => new PlainView(node));
        HashSet<TextPair>? known = null;
        foreach (ObjectReference reference in references)
        {
            if (reference.IsOptional || !reference.Name.TryGetString(out string? name) || (reference.Kind == ServiceView.Kind ? manifests.KnownServicesNamed(name).Any() : !unused[reference.Kind].Any()))
            {
                continue;
            }

            CheckName(reference, name, unused, ref known, manifests, context);
        }
    }

    private void CheckName(ObjectReference reference, string name, ILookup<string, ObjectView> unused, ref HashSet<TextPair>? known, ManifestSet manifests, RuleContext context)
    {
        if ((known ??= NamesIn(manifests)).Contains(new TextPair(reference.Kind, name)))
        {
            return;
        }

        PlainView[] others = [.. unused[reference.Kind].OfType<PlainView>().Where(view => !view.IsApartFrom(reference.From))];
        string? near = NearNames.Find(name, others.Select(static view => view.DisplayName));
        string? meant = near ?? (reference.Kind == ServiceView.Kind ? ServiceOfWorkload(name, reference.From, manifests) : null) ?? Related(reference, name, others);
        if (meant is not null
            && !(reference.Kind == ClaimView.Kind && manifests.KnownPodOwners.Any(owner => IsOfTemplate(name, owner)))
            && !manifests.Existing.SelectMany(ObjectReference.In).Any(other => other.Kind == reference.Kind && other.Name.Is(meant))
            && (near is not null || !MayBeMade(name, manifests)))
        {
            bool isUnused = others.Any(view => view.DisplayName == meant);
            context.Report(this, reference.Name!.Location, new RuleFinding(
                $"{Describe(reference.From)} names the {reference.Kind} '{name}', which is not declared, so {Consequence(reference)}; did you mean '{meant}'{(isUnused ? ", which nothing uses" : string.Empty)}?")
            {
                Properties = FixProperties.Replace(meant),
            });
        }
    }

    /// <summary>The Service of a workload that has the name; one for clients before a headless one.</summary>
    private static string? ServiceOfWorkload(string name, ObjectView from, ManifestSet manifests)
    {
        if (manifests.KnowsUnnamedService || manifests.KnownWorkloadsNamed(name).FirstOrDefault(workload => !workload.IsApartFrom(from)) is not { } owner)
        {
            return null;
        }

        ServiceView[] services = [.. manifests.KnownServices.Where(service => !service.IsApartFrom(owner) && Selection.Selects(service.Selector, owner.PodLabels) == true)];
        return (services.FirstOrDefault(static service => service.IsHeadless == false) ?? services.FirstOrDefault())?.DisplayName;
    }

    /// <summary>The one object that nothing uses and that is for the same thing: by its name, or as the only one of its type.</summary>
    private static string? Related(ObjectReference reference, string name, PlainView[] unused)
    {
        if (reference.IsOfImages)
        {
            PlainView[] registries = [.. unused.Where(static secret => secret.Node["type"].TryGetString(out string? type) && type.StartsWith("kubernetes.io/dockerc", StringComparison.Ordinal))];
            return registries.Length == 1 ? registries[0].DisplayName : null;
        }

        return RelatedNames.Find(name, unused.Select(static view => view.DisplayName), ignoresWords: reference.Kind == "ServiceAccount");
    }

    private static bool MayBeMade(string name, ManifestSet manifests) => manifests.Declared.Concat(manifests.Existing).Any(node => CustomResources.MayMake(node, name));

    private static HashSet<TextPair> NamesIn(ManifestSet manifests) =>
        [.. manifests.Declared.Concat(manifests.Existing).Select(static node => new TextPair(ObjectView.KindOf(node), Text(node.At("metadata", "name"))))];

    private static bool IsOfTemplate(string claim, PodOwnerView owner) => owner.ClaimTemplates.Any(template =>
        template.At("metadata", "name").TryGetString(out string? name) && claim.StartsWith($"{name}-{owner.DisplayName}-", StringComparison.Ordinal));

    private static string Consequence(ObjectReference reference) => reference.Kind switch
    {
        ClaimView.Kind => "its pods stay Pending",
        "ServiceAccount" => "no pod is created",
        ServiceView.Kind => "requests get an error (503)",
        "Role" or "ClusterRole" => "it grants nothing",
        SecretView.Kind when reference.From is PodOwnerView owner && owner.PodSpec.At("imagePullSecrets").Mappings().Any(secret => ReferenceEquals(secret["name"], reference.Name)) => "images of a private registry are not pulled",
        ConfigMapView.Kind or SecretView.Kind => "its containers do not start",
        _ => "it scales nothing",
    };

    private void Check(KeyReference reference, KnownEntries entries, RuleContext context)
    {
        if (entries.Of(reference.Kind, reference.Object, reference.From) is not { } known || known.Any(reference.IsMetBy))
        {
            if (!entries.Has(reference.Kind, reference.Object) && entries.Of(reference.Kind, reference.Key, reference.From)?.Contains(reference.Object) == true)
            {
                context.Report(this, reference.Place, new RuleFinding(
                    $"{Describe(reference.From)} names the {reference.Kind} '{reference.Object}' and its entry '{reference.Key}', but '{reference.Object}' is an entry of the {reference.Kind} '{reference.Key}', so its containers do not start; exchange the two"));
            }

            return;
        }

        string? near = NearestName.Find(reference.Key, known);
        string consequence = reference.IsPath
            ? "the kubelet creates an empty directory in its place"
            : reference.IsOptional ? "it stays empty" : "the container does not start";
        string all = known.Count == 1 ? "its only entry is" : "its entries are";
        context.Report(this, reference.Place, new RuleFinding(
            $"The {reference.Kind} '{reference.Object}' has no {(reference.IsPath ? "file" : "entry")} '{reference.Key}', so {consequence}; {(near is null ? $"{all} {string.Join(", ", known.OrderBy(static key => key, StringComparer.Ordinal).Take(5).Select(static key => $"'{key}'"))}" : $"did you mean '{near}'?")}")
        {
            Properties = FixProperties.Replace(near),
        });
    }

    /// <summary>Ports that the Service of an Ingress does not have.</summary>
    private void CheckPorts(ObjectView ingress, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode backend in ObjectReference.BackendsOf(ingress.Node))
        {
            ManifestNode? wanted = backend.At("port", "number") ?? backend.At("port", "name");
            if (wanted is not ScalarNode { Kind: ScalarKind.Integer or ScalarKind.String } port || !backend["name"].TryGetString(out string? name))
            {
                continue;
            }

            ServiceView[] services = [.. manifests.KnownServicesNamed(name).Where(service => !service.IsApartFrom(ingress))];
            string field = port.Kind == ScalarKind.Integer ? "port" : "name";
            if (services.Length > 0 && services.All(service => service.Node.At("spec", "ports") is SequenceNode { Items.Count: > 0 } list
                && list.Items.All(item => item is MappingNode && item.At(field) is null or ScalarNode && !Matches(item.At(field), port))))
            {
                string[] ports = [.. services[0].Ports.Select(item => Text(item["name"]) is { Length: > 0 } own && field == "name" ? $"'{own}'" : (item["port"] as ScalarNode)?.Text ?? string.Empty)];
                context.Report(this, port.Location, new RuleFinding(
                    $"The Ingress '{ingress.DisplayName}' sends requests to port '{port.Text}' of the Service '{name}', which has no such port, so they get an error (503); its ports are: {string.Join(", ", ports)}"));
            }
        }

        static bool Matches(ManifestNode? own, ScalarNode port) => own is ScalarNode scalar && scalar.Text == port.Text;
    }

    /// <summary>An autoscaler of a workload that is of another kind.</summary>
    private void CheckKind(AutoscalerView autoscaler, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? target = autoscaler.Node.At("spec", "scaleTargetRef");
        if (target.At("kind") is not ScalarNode { Kind: ScalarKind.String } kind
            || kind.Text is not (StatefulSetView.Kind or DeploymentView.Kind)
            || !target.At("name").TryGetString(out string? name))
        {
            return;
        }

        WorkloadView[] workloads = [.. manifests.KnownWorkloads.Where(workload => workload.DisplayName == name && !workload.IsApartFrom(autoscaler))];
        if (!manifests.IsOpen && workloads.Length > 0 && workloads.All(workload => workload.KindName != kind.Text))
        {
            context.Report(this, kind.Location, new RuleFinding(
                $"The HorizontalPodAutoscaler '{autoscaler.DisplayName}' scales the {kind.Text} '{name}', but '{name}' is a {workloads[0].KindName}, so it scales nothing; write '{workloads[0].KindName}'")
            {
                Properties = FixProperties.Replace(workloads[0].KindName),
            });
        }
    }

    /// <summary>A volume that waits for a claim that no set makes: its name is nearly one, or has the set before the template.</summary>
    private void CheckClaim(ObjectView volume, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? claim = volume.Node.At("spec", "claimRef", "name");
        if (!claim.TryGetString(out string? name))
        {
            return;
        }

        int dash = Math.Max(name.LastIndexOf('-'), 0);
        string owner = name.Substring(0, dash);
        ManifestNode? space = volume.Node.At("spec", "claimRef", "namespace");
        StatefulSetView[] sets = [.. manifests.KnownPodOwners.OfType<StatefulSetView>().Where(set => set.Namespace is not ScalarNode own || space is not ScalarNode other || own.Text == other.Text)];
        if (manifests.KnowsClaim(name) || sets.Any(set => IsOfTemplate(name, set)))
        {
            return;
        }

        (string Right, string Reversed)[] made = [.. sets.SelectMany(static set => set.ClaimTemplates.Select(template => (Template: Text(template.At("metadata", "name")), Set: Text(set.Name))))
            .Where(static names => names.Template.Length > 0 && names.Set.Length > 0)
            .Select(static names => ($"{names.Template}-{names.Set}", $"{names.Set}-{names.Template}"))];
        string? right = made.FirstOrDefault(names => names.Reversed == owner).Right ?? NearNames.Find(owner, made.Select(static names => names.Right));
        if (right is not null)
        {
            string meant = right + name.Substring(dash);
            context.Report(this, claim!.Location, new RuleFinding(
                $"The PersistentVolume '{volume.DisplayName}' is kept for the claim '{name}', which no StatefulSet makes, so no pod gets it; did you mean '{meant}'?")
            {
                Properties = FixProperties.Replace(meant),
            });
        }
    }

    /// <summary>
    /// A binding for an account that no pod uses, beside pods with an account that no binding names: the one is meant for the other where
    /// their names say so.
    /// </summary>
    private void CheckAccounts(ManifestSet manifests, RuleContext context)
    {
        ObjectView[] bindings = [.. manifests.Declared.Where(RoleBindings.Include).Select(static node => new PlainView(node))];
        HashSet<string> used = [.. manifests.PodOwners.Select(AccountOf)];
        if (bindings.All(binding => binding.Node["subjects"].Mappings().Where(static subject => subject["kind"].Is("ServiceAccount")).All(subject => used.Contains(Text(subject["name"])))))
        {
            return;
        }

        MappingNode[] known = [.. manifests.Declared.Concat(manifests.Existing)];
        HashSet<string> bound = [.. known.Where(RoleBindings.Include)
            .SelectMany(static node => node["subjects"].Mappings()).Where(static subject => subject["kind"].Is("ServiceAccount")).Select(static subject => Text(subject["name"]))];
        HashSet<string> accounts = [.. known.Where(static node => ObjectView.KindOf(node) == "ServiceAccount").Select(static node => Text(node.At("metadata", "name")))];
        PodOwnerView[] owners = [.. manifests.KnownPodOwners];
        if (owners.Any(static owner => owner.PodSpec.At("serviceAccountName") is UnknownNode) || bound.Contains(string.Empty))
        {
            return;
        }

        foreach (ObjectView binding in bindings)
        {
            foreach (MappingNode subject in binding.Node["subjects"].Mappings().Where(static subject => subject["kind"].Is("ServiceAccount")))
            {
                string name = Text(subject["name"]);
                if (name.Length == 0 || owners.Any(owner => AccountOf(owner) == name) || (accounts.Contains(name) && name != "default"))
                {
                    continue;
                }

                PodOwnerView[] without =
                [
                    .. manifests.PodOwners.Where(owner => accounts.Contains(AccountOf(owner)) && !bound.Contains(AccountOf(owner))
                        && (IsNamedFor(binding.DisplayName, AccountOf(owner)) || binding.Name.Is(owner.DisplayName) || name == owner.DisplayName || NearNames.Find(name, [AccountOf(owner)]) is not null)),
                ];
                string[] meant = [.. without.Select(AccountOf).Distinct()];
                if (meant.Length == 1)
                {
                    context.Report(this, subject["name"]!.Location, new RuleFinding(
                        $"The {ObjectView.KindOf(binding.Node)} '{binding.DisplayName}' is for the ServiceAccount '{name}', which no pod uses, and the pods of '{without[0].DisplayName}' use '{meant[0]}', which no binding names, so the API server forbids their requests (403); write '{meant[0]}'")
                    {
                        Properties = FixProperties.Replace(meant[0]),
                    });
                }
            }
        }
    }

    /// <summary>A binding for an account in a namespace that has none of this name, where pods use one of this name in another.</summary>
    private void CheckAccountNamespaces(ManifestSet manifests, RuleContext context)
    {
        (ObjectView Binding, MappingNode Subject)[] subjects =
        [
            .. manifests.Declared.Where(RoleBindings.Include).Select(static node => new PlainView(node))
                .SelectMany(static binding => binding.Node["subjects"].Mappings().Where(static subject => subject["kind"].Is("ServiceAccount")).Select(subject => ((ObjectView)binding, subject))),
        ];
        PlainView[]? accounts = null;
        foreach ((ObjectView binding, MappingNode subject) in subjects)
        {
            if (subject["namespace"] is not ScalarNode { Kind: ScalarKind.String } space || !subject["name"].TryGetString(out string? name))
            {
                continue;
            }

            accounts ??= [.. manifests.Declared.Concat(manifests.Existing).Where(static node => ObjectView.KindOf(node) == "ServiceAccount").Select(static node => new PlainView(node))];
            PlainView[] own = [.. accounts.Where(account => account.Name.Is(name))];
            if (own.Length == 0
                || !own.All(account => account.Namespace is ScalarNode other && other.Text != space.Text)
                || own.Select(static account => ((ScalarNode)account.Namespace!).Text).Distinct(StringComparer.Ordinal).ToArray() is not [var right]
                || subjects.Any(other => other.Subject["name"].Is(name) && other.Subject["namespace"].Is(right))
                || !manifests.PodOwners.Any(owner => AccountOf(owner) == name && owner.Namespace.Is(right)))
            {
                continue;
            }

            context.Report(this, space.Location, new RuleFinding(
                $"The {ObjectView.KindOf(binding.Node)} '{binding.DisplayName}' is for the ServiceAccount '{name}' in the namespace '{space.Text}', and the pods use the one in '{right}', so the API server forbids their requests (403); write '{right}'")
            {
                Properties = FixProperties.Replace(right),
            });
        }
    }

    private static string AccountOf(PodOwnerView owner) => owner.PodSpec.At("serviceAccountName").TryGetString(out string? name) && name.Length > 0 ? name : "default";

    private static bool IsNamedFor(string binding, string account) =>
        binding == account || binding.StartsWith(account + "-", StringComparison.Ordinal) || binding.EndsWith("-" + account, StringComparison.Ordinal);

    private static string Describe(ObjectView view) => $"The {ObjectView.KindOf(view.Node)} '{view.DisplayName}'";

    private static string Text(ManifestNode? node) => node.TryGetString(out string? text) ? text : string.Empty;
}
