using System.Globalization;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Lets the project's properties take the place of what attributes say. This happens before anything is composed, so the
/// manifest, names in code and rules all see the same.
/// </summary>
internal static class BuildOverrides
{
    public static AppDeclaration Apply(AppDeclaration app, ProjectSettings settings, ReadContext context) =>
        settings == ProjectSettings.None ? app : Override(app, settings, context);

    private static AppDeclaration Override(AppDeclaration app, ProjectSettings settings, ReadContext context)
    {
        Location? place = app.Name.Location;
        string name = DeclaredReplicas.Name(app);
        if (For(settings.Replicas, BuildProperties.Replicas, IsCount, "is not a whole number of 0 or more", "one") is { } replicas)
        {
            app = app with
            {
                Replicas = Declared<int>.Known(int.Parse(replicas, NumberStyles.None, CultureInfo.InvariantCulture), app.Replicas.Location ?? place),
            };
        }

        if (For(settings.Namespace, BuildProperties.Namespace, static text => DnsLabel.Problem(text) is null, "is not the name of a namespace", "a DNS label: lower-case letters, digits and '-'") is { } ns)
        {
            app = app with { Namespace = Declared<string>.Known(ns, app.Namespace.Location ?? place) };
        }

        if (For(settings.StorageClass, BuildProperties.StorageClass, static text => DnsSubdomain.Problem(text) is null, "is not the name of a storage class", "a DNS name: lower-case letters, digits, '-' and '.'") is { } storageClass)
        {
            app = EachContainer(app, container => container.WithMembers(member => member switch
            {
                VolumeClaimDeclaration claim => WithClass(claim, storageClass),
                VolumeDeclaration { Claim: { } claim } volume => volume with { Claim = WithClass(claim, storageClass) },
                _ => member,
            }));
        }

        app = app with { PlannedVersion = KubernetesTarget.Read(settings.KubernetesVersion, out _).PlannedVersion };
        app = WithReferences(app, settings, context);
        app = OwnImage(app, For(settings.Image, BuildProperties.Image, ImageName.IsValid, "is not the name of an image", "one such as 'registry.example.com/orders:1.0'"), settings, place);
        if (For(settings.ImageTag, BuildProperties.ImageTag, ImageName.IsTag, "is neither a tag nor a digest", "one such as '1.0' or 'sha256:…'") is { } tag)
        {
            app = app with { Container = WithImage(app.Container, image => ImageName.WithTag(image, tag)) };
        }

        if (For(settings.ImageRegistry, BuildProperties.ImageRegistry, ImageName.IsRegistry, "is not the name of a registry", "one such as 'registry.example.com:5000', without 'https://'") is { } registry)
        {
            app = EachContainer(app, container => WithImage(container, image => ImageName.WithRegistry(image, registry)));
        }

        return app;

        string? For(string? text, string property, Func<string, bool> isValid, string problem, string expected)
        {
            if (NamedValues.For(text, name) is not { } value || isValid(value))
            {
                return NamedValues.For(text, name);
            }

            context.Report(ReadingProblems.Override, place, property, name, value, problem, expected);
            return null;
        }
    }

    /// <summary>Other applications of the project get the same properties, and report what is wrong with them themselves.</summary>
    private static AppDeclaration WithReferences(AppDeclaration app, ProjectSettings settings, ReadContext context)
    {
        ReadContext silent = ReadContext.ForGenerator(context.CancellationToken);
        app = EachContainer(app, container => container.Addresses.Count == 0 ? container : container.WithMembers(member =>
            member is AddressDeclaration { Target: { } target, IsOfThisProject: true } address ? address with { Target = Apply(target, settings, silent) } : member));
        app = EachContainer(app, container => !FilledTexts.HasPlaceholders(container) ? container : container with
        {
            Placeholders = Named(container.Placeholders),
            ConfigFiles = container.ConfigFiles.Select(file => file with { Placeholders = Named(file.Placeholders) }).ToEquatableArray(),
            ConfigMapEntries = container.ConfigMapEntries.Select(entry => entry with { Placeholders = Named(entry.Placeholders) }).ToEquatableArray(),
            Env = container.Env.Select(variable => variable with { Placeholders = Named(variable.Placeholders) }).ToEquatableArray(),
        });
        return app with
        {
            Afters = app.Afters.Select(after => after with { Job = after.Job is { } job ? Apply(job, settings, silent) : null }).ToEquatableArray(),
            NetworkPolicy = app.NetworkPolicy is { } policy
                ? policy with { Clients = References(policy.Clients), EgressTo = References(policy.EgressTo) }
                : null,
            Pod = app.Pod with
            {
                PodAffinities = app.Pod.PodAffinities.Select(Affinity).ToEquatableArray(),
                AntiAffinities = app.Pod.AntiAffinities.Select(Affinity).ToEquatableArray(),
            },
        };

        PlaceholdersDeclaration? Named(PlaceholdersDeclaration? placeholders) => placeholders is null ? null : placeholders with
        {
            Applications = placeholders.Applications.Select(other => other.IsOfThisProject ? other with { App = Apply(other.App, settings, silent) } : other).ToEquatableArray(),
        };

        PodAffinityDeclaration Affinity(PodAffinityDeclaration affinity) => affinity.App.TryGet(out AppReference? other)
            ? affinity with { App = Declared<AppReference>.Known(Reference(other), affinity.App.Location) }
            : affinity;

        Declared<EquatableArray<AppReference>> References(Declared<EquatableArray<AppReference>> apps) => apps.TryGet(out EquatableArray<AppReference> others)
            ? Declared<EquatableArray<AppReference>>.Known(others.Select(Reference).ToEquatableArray(), apps.Location)
            : apps;

        AppReference Reference(AppReference other) =>
            other.IsOfThisProject
            && NamedValues.For(settings.Namespace, other.Name.OrDefault(string.Empty)) is { } name
            && DnsLabel.Problem(name) is null
                ? other with { Namespace = Declared<string>.Known(name, null) }
                : other;
    }

    private static VolumeClaimDeclaration WithClass(VolumeClaimDeclaration claim, string storageClass) =>
        claim with { StorageClass = Declared<string>.Known(storageClass, claim.StorageClass.Location ?? claim.Member.Location) };

    private static bool IsCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>What the property says, else what is declared, else what the project publishes.</summary>
    private static AppDeclaration OwnImage(AppDeclaration app, string? given, ProjectSettings settings, Location? place)
    {
        ContainerDeclaration container = app.Container;
        if ((given ?? (container.Image.State == DeclaredState.Absent ? settings.PublishedImage : null)) is { } image)
        {
            container = container with { IsDeclared = true, Image = Declared<string>.Known(image, container.Image.Location ?? place) };
        }

        return container.Image.TryGet(out string? name) && name == settings.PublishedImage && settings.Published is { } published
            ? app with { Container = PublishedDefaults.Apply(container, published) }
            : app with { Container = container };
    }

    private static ContainerDeclaration WithImage(ContainerDeclaration container, Func<string, string> change) =>
        container.Image.TryGet(out string? image)
            ? container with { Image = Declared<string>.Known(change(image), container.Image.Location) }
            : container;

    private static AppDeclaration EachContainer(AppDeclaration app, Func<ContainerDeclaration, ContainerDeclaration> change) => app with
    {
        Container = change(app.Container),
        MoreContainers = app.MoreContainers.Select(change).ToEquatableArray(),
    };
}
