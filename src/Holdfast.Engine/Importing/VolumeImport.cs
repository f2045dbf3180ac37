using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Volumes and claim templates: members of the application's own container, which other containers mount by their names.</summary>
internal sealed class VolumeImport
{
    private readonly ImportGroup _group;

    private readonly MemberNaming _naming;

    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    /// <summary>Mounts that are said beside the volumes that they are of.</summary>
    private readonly List<MappingNode> _saidMounts;

    private readonly MappingNode _own;

    public VolumeImport(ImportGroup group, MemberNaming naming)
    {
        _group = group;
        _naming = naming;
        _own = group.Pod["containers"].Mappings().First();
        _saidMounts = [.. SaidMounts(group, _own)];
        Claims = Templates().ToEquatableArray();
        (ExistingClaims, Volumes) = PodVolumes();
    }

    public EquatableArray<VolumeClaimDeclaration> Claims { get; }

    public EquatableArray<ExistingClaimDeclaration> ExistingClaims { get; }

    public EquatableArray<VolumeDeclaration> Volumes { get; }

    /// <summary>The member of a volume; null where there is none.</summary>
    public string? MemberOf(string volume) => _members.TryGetValue(volume, out string? member) ? member : null;

    /// <summary>The mounts of a container that no volume says.</summary>
    public EquatableArray<MountDeclaration> MountsOf(MappingNode container) => container["volumeMounts"].Mappings()
        .Where(mount => !(ReferenceEquals(container, _own) && _saidMounts.Exists(said => ReferenceEquals(said, mount))))
        .Select(mount => mount["name"].TryGetString(out string? name) && mount["mountPath"].TryGetString(out string? path) && _members.TryGetValue(name, out string? member)
            ? new MountDeclaration(Said.Of(member), Said.Of(path), Said.Text(mount["subPath"]), Said.True(mount["readOnly"])) { Fields = FieldValues.Take("Mount", FieldPlace.Mount, mount) }
            : null)
        .OfType<MountDeclaration>()
        .ToEquatableArray();

    private IEnumerable<VolumeClaimDeclaration> Templates()
    {
        foreach (MappingNode template in _group.Workload.At("spec", "volumeClaimTemplates").Mappings())
        {
            if (template.At("metadata", "name").TryGetString(out string? name) && name.Length > 0 && !_members.ContainsKey(name))
            {
                MemberShape member = Take(name);
                yield return Claim("VolumeClaim", member, name, template["spec"], MountOf(name));
            }
        }
    }

    private (EquatableArray<ExistingClaimDeclaration> Claims, EquatableArray<VolumeDeclaration> Volumes) PodVolumes()
    {
        var claims = new List<ExistingClaimDeclaration>();
        var volumes = new List<VolumeDeclaration>();
        foreach (MappingNode volume in _group.Pod["volumes"].Mappings())
        {
            if (!volume["name"].TryGetString(out string? name) || name.Length == 0 || _members.ContainsKey(name))
            {
                continue;
            }

            if (volume.At("persistentVolumeClaim", "claimName").TryGetString(out string? claimName))
            {
                MappingNode? mount = MountOf(name);
                claims.Add(new ExistingClaimDeclaration(
                    Take(name),
                    Said.Of(claimName),
                    Said.Of(name),
                    Said.Text(mount?["mountPath"]),
                    Said.Text(mount?["subPath"]),
                    default,
                    Said.True(volume.At("persistentVolumeClaim", "readOnly")))
                {
                    Fields = FieldValues.Take("ExistingClaim", FieldPlace.Mount, mount),
                });
            }
            else if (KindOf(volume) is { } kind)
            {
                volumes.Add(Volume(kind, volume, name));
            }
        }

        return (claims.ToEquatableArray(), volumes.ToEquatableArray());
    }

    private VolumeKind? KindOf(MappingNode volume)
    {
        if (volume.Entries.Count == 1)
        {
            return VolumeKind.EmptyDir;
        }

        return volume.Entries.Select(entry => (VolumeKind?)(entry.Key switch
        {
            "emptyDir" => VolumeKind.EmptyDir,
            "configMap" when entry.Value.At("name").TryGetString(out _) => VolumeKind.ConfigMap,
            "secret" when entry.Value.At("secretName").TryGetString(out _) => VolumeKind.Secret,
            "hostPath" when entry.Value.At("path").TryGetString(out _) => VolumeKind.HostPath,
            "ephemeral" => VolumeKind.EphemeralClaim,
            "nfs" => VolumeKind.Nfs,
            "iscsi" when entry.Value.At("lun") is not null => VolumeKind.Iscsi,
            "fc" => VolumeKind.Fc,
            "image" when entry.Value.At("reference") is not null => VolumeKind.Image,
            "csi" when entry.Value.At("driver").TryGetString(out _) => VolumeKind.Csi,
            "projected" when Sources(entry.Value) is { Count: > 0 } => VolumeKind.Projected,
            _ => null,
        })).FirstOrDefault(static kind => kind is not null);
    }

    private VolumeDeclaration Volume(VolumeKind kind, MappingNode volume, string name)
    {
        MappingNode? mount = MountOf(name);
        ManifestNode? source = volume.Entries.Where(static entry => entry.Key != "name").Select(static entry => entry.Value).FirstOrDefault();
        MemberShape member = Take(name);
        return new VolumeDeclaration
        {
            Member = member,
            Kind = kind,
            Name = Said.Of(name),
            Source = Said.Text(source.At(kind switch
            {
                VolumeKind.ConfigMap => "name",
                VolumeKind.Secret => "secretName",
                VolumeKind.HostPath => "path",
                VolumeKind.Csi => "driver",
                _ => string.Empty,
            })),
            MountPath = Said.Text(mount?["mountPath"]),
            SubPath = Said.Text(mount?["subPath"]),
            ReadOnly = Said.True(mount?["readOnly"]),
            InMemory = source.At("medium").Is("Memory") ? Said.Of(true) : default,
            SizeLimit = kind == VolumeKind.EmptyDir ? Said.Text(source.At("sizeLimit")) : default,
            DefaultMode = Said.Int(source.At("defaultMode")),
            Optional = Said.True(source.At("optional")),
            Items = kind is VolumeKind.ConfigMap or VolumeKind.Secret ? Items(source.At("items")) : default,
            HostPathType = kind == VolumeKind.HostPath
                ? Said.OneOf(source.At("type"), "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket", "CharDevice", "BlockDevice")
                : default,
            Fields = FieldValues.Join(
                FieldValues.Take(AttributeOf(kind), FieldPlace.Volume, volume).Where(static value => !(value.Argument.Name == "Medium" && value.Value.Is("Memory"))),
                FieldValues.Take(AttributeOf(kind), FieldPlace.Mount, mount)),
            Claim = kind == VolumeKind.EphemeralClaim ? Claim("EphemeralClaim", member, name, source.At("volumeClaimTemplate", "spec"), mount) : null,
            FsType = kind == VolumeKind.Csi ? Said.Text(source.At("fsType")) : default,
            Attributes = kind == VolumeKind.Csi && Said.Entries(source.At("volumeAttributes")) is { Count: > 0 } pairs && pairs.All(static pair => pair.Key.IndexOf('=') < 0)
                ? Said.Of(pairs.Select(static pair => pair.Key + "=" + pair.Value).ToEquatableArray())
                : default,
            NodePublishSecret = kind == VolumeKind.Csi ? Said.Text(source.At("nodePublishSecretRef", "name")) : default,
            Sources = kind == VolumeKind.Projected ? (Sources(source) ?? []).ToEquatableArray() : default,
        };
    }

    private static string AttributeOf(VolumeKind kind) => kind switch
    {
        VolumeKind.EmptyDir or VolumeKind.HostPath or VolumeKind.EphemeralClaim => kind.ToString(),
        _ => kind + "Volume",
    };

    private VolumeClaimDeclaration Claim(string attribute, MemberShape member, string name, ManifestNode? spec, MappingNode? mount)
    {
        ManifestNode? source = spec.At("dataSourceRef", "namespace") is null ? spec.At("dataSource") : spec.At("dataSourceRef");
        MappingNode? device = _own["volumeDevices"].Mappings().FirstOrDefault(candidate => candidate["name"].Is(name));
        return new VolumeClaimDeclaration(
            member,
            spec.At("resources", "requests", "storage") is ScalarNode { Kind: not ScalarKind.Null } size ? Said.Of(size.Text) : Said.Of("1Gi"),
            Said.Of(name),
            Said.Text(mount?["mountPath"]),
            Said.Text(mount?["subPath"]),
            Said.OneOf((spec.At("accessModes") as SequenceNode)?.Items.FirstOrDefault(), "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"),
            Said.Text(spec.At("storageClassName")))
        {
            ReadOnly = Said.True(mount?["readOnly"]),
            DevicePath = spec.At("volumeMode").Is("Block") ? Said.Text(device?["devicePath"]) : default,
            VolumeAttributesClass = Said.Text(spec.At("volumeAttributesClassName")),
            DataSource = Said.Text(source.At("name")),
            DataSourceKind = source.At("kind").Is("PersistentVolumeClaim") ? default : Said.Text(source.At("kind")),
            DataSourceApiGroup = Said.Text(source.At("apiGroup")),
            DataSourceNamespace = Said.Text(source.At("namespace")),
            Fields = FieldValues.Join<FieldValue>(FieldValues.Take(attribute, FieldPlace.Claim, spec), attribute == "VolumeClaim" ? FieldValues.Take(attribute, FieldPlace.Mount, mount) : default),
        };
    }

    /// <summary>All sources; null where one of them has no attribute, since a list without keys is patched as a whole.</summary>
    private IReadOnlyList<ProjectedSourceDeclaration>? Sources(ManifestNode? projected)
    {
        var sources = new List<ProjectedSourceDeclaration>();
        foreach (MappingNode source in projected.At("sources").Mappings())
        {
            if (source["configMap"] is MappingNode map)
            {
                sources.Add(new ProjectedSourceDeclaration { Attribute = AttributeNames.ProjectedConfigMap, Source = Said.Text(map["name"]), Items = Items(map["items"]), Optional = Said.True(map["optional"]) });
            }
            else if (source["secret"] is MappingNode secret)
            {
                sources.Add(new ProjectedSourceDeclaration { Attribute = AttributeNames.ProjectedSecret, Source = Said.Text(secret["name"]), Items = Items(secret["items"]), Optional = Said.True(secret["optional"]) });
            }
            else if (source["serviceAccountToken"] is MappingNode token && token["path"].TryGetString(out string? path))
            {
                sources.Add(new ProjectedSourceDeclaration { Attribute = AttributeNames.ProjectedToken, Path = Said.Of(path), Audience = Said.Text(token["audience"]), ExpirationSeconds = Said.Long(token["expirationSeconds"]) });
            }
            else if (source.At("clusterTrustBundle") is MappingNode bundle && bundle["path"].TryGetString(out string? bundlePath))
            {
                sources.Add(new ProjectedSourceDeclaration
                {
                    Attribute = AttributeNames.ProjectedTrustBundle,
                    Path = Said.Of(bundlePath),
                    Source = Said.Text(bundle["name"]),
                    SignerName = Said.Text(bundle["signerName"]),
                    Optional = Said.True(bundle["optional"]),
                    Fields = FieldValues.Take("ProjectedTrustBundle", FieldPlace.ProjectedSource, source),
                });
            }
            else if (source.At("downwardAPI", "items").Mappings().ToArray() is [MappingNode field]
                && field["path"].TryGetString(out string? fieldPath)
                && (field["resourceFieldRef"] is null || Equals(field.At("resourceFieldRef", "containerName"), _own["name"])))
            {
                sources.Add(new ProjectedSourceDeclaration
                {
                    Attribute = AttributeNames.ProjectedField,
                    Path = Said.Of(fieldPath),
                    FieldPath = Said.Text(field.At("fieldRef", "fieldPath")),
                    Resource = Said.Text(field.At("resourceFieldRef", "resource")),
                    Divisor = Said.Text(field.At("resourceFieldRef", "divisor")),
                    ContainerName = Said.Text(_own["name"]),
                    Mode = Said.Int(field["mode"]),
                });
            }
            else if (FieldValues.Take("ProjectedPodCertificate", FieldPlace.ProjectedSource, source) is { Count: > 0 } certificate)
            {
                sources.Add(new ProjectedSourceDeclaration { Attribute = AttributeNames.ProjectedPodCertificate, Fields = certificate });
            }
            else
            {
                return null;
            }
        }

        return sources;
    }

    private static Declared<EquatableArray<string>> Items(ManifestNode? node)
    {
        var items = new List<string>();
        foreach (MappingNode item in node.Mappings())
        {
            if (!item["key"].TryGetString(out string? key) || !item["path"].TryGetString(out string? path) || key.IndexOf('=') >= 0 || key.IndexOf(':') >= 0)
            {
                return default;
            }

            string mode = item["mode"].TryGetInteger(out long permissions) ? ":0" + Convert.ToString(permissions, 8) : string.Empty;
            items.Add(key == path ? key + mode : key + mode + "=" + path);
        }

        return items.Count == 0 ? default : Said.Of(items.ToEquatableArray());
    }

    /// <summary>The first mount in the application's own container.</summary>
    private MappingNode? MountOf(string name)
    {
        return _saidMounts.Find(mount => mount["name"].Is(name));
    }

    /// <summary>
    /// Mounts as far as volumes say them in the order in which they are written; the others are attributes of the container, since
    /// another order in the pod template would replace the pods of a live set.
    /// </summary>
    private IEnumerable<MappingNode> SaidMounts(ImportGroup group, MappingNode own)
    {
        MappingNode[] podVolumes = [.. group.Pod["volumes"].Mappings()];
        List<string> order =
        [
            .. group.Workload.At("spec", "volumeClaimTemplates").Mappings().Select(ImportGroup.NameOf),
            .. podVolumes.Where(static volume => volume["persistentVolumeClaim"] is not null).Select(Name),
            .. podVolumes.Where(volume => volume["persistentVolumeClaim"] is null && KindOf(volume) is not null).Select(Name),
        ];
        int last = -1;
        foreach (MappingNode mount in own["volumeMounts"].Mappings())
        {
            int index = order.IndexOf(Name(mount));
            if (index <= last || !mount["mountPath"].TryGetString(out _))
            {
                yield break;
            }

            last = index;
            yield return mount;
        }

        static string Name(MappingNode node) => node["name"].TryGetString(out string? name) ? name : string.Empty;
    }

    private MemberShape Take(string name)
    {
        MemberShape member = _naming.Take(name, "Files", "Volume");
        _members[name] = member.Name;
        return member;
    }
}
