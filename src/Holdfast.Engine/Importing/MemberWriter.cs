using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>The partial members that a container's type declares.</summary>
internal static class MemberWriter
{
    public static void Members(StringBuilder text, AppDeclaration app, ContainerDeclaration container, int indent)
    {
        int start = text.Length;
        foreach (ConfigFileDeclaration file in container.ConfigFiles)
        {
            if (file.Member.Length > 0 && file.Text.TryGet(out string? content))
            {
                Separate();
                DeclarationWriter.Line(text, indent, new AttributeText("ConfigFile", indent).Text(file.Path));
                text.Append(' ', indent).Append("private const string ").Append(AttributeText.Identifier(file.Member)).Append(" = ")
                    .Append(CSharpLiteral.Of(content, indent + 4)).Append(";\n");
            }
        }

        foreach (PortDeclaration port in container.Ports)
        {
            Write(
                port.Member,
                PropertyTypeNames.ServicePort,
                [
                    Port(new AttributeText("Port", indent), port),
                    .. port.Monitors.Select(monitor => Monitor(new AttributeText(monitor.IsOfService ? "ServiceMonitor" : "PodMonitor", indent), monitor)),
                ]);
        }

        foreach (VolumeClaimDeclaration claim in container.VolumeClaims)
        {
            Write(claim.Member, PropertyTypeNames.ClaimTemplate, Claim(new AttributeText("VolumeClaim", indent), claim).Fields("VolumeClaim", claim.Fields));
        }

        foreach (ExistingClaimDeclaration claim in container.ExistingClaims)
        {
            Write(claim.Member, PropertyTypeNames.ExistingClaim, new AttributeText("ExistingClaim", indent)
                .Text(claim.ClaimName)
                .Text("Name", claim.Name, UsualName(claim.Member))
                .Text("MountPath", claim.MountPath)
                .Text("SubPath", claim.SubPath)
                .Enum("AccessMode", claim.AccessMode)
                .Flag("ReadOnly", claim.ReadOnly)
                .Fields("ExistingClaim", claim.Fields));
        }

        foreach (VolumeDeclaration volume in container.Volumes)
        {
            Write(volume.Member, PropertyTypeNames.Volume, [Volume(volume, indent), .. volume.Sources.Select(source => Source(source, indent))]);
        }

        foreach (ClientServiceDeclaration service in container.ClientServices)
        {
            string usual = app.Name.OrDefault(string.Empty) + "-" + UsualName(service.Member);
            Write(
                service.Member,
                PropertyTypeNames.Service,
                [
                    Service(new AttributeText("ClientService", indent).Text("Name", service.Name, usual), service.Spec, app).Fields("ClientService", service.Fields),
                    .. service.Ingresses.Select(route => Route(new AttributeText("Ingress", indent), route, service, "IngressPathType", "Prefix", app)
                        .Text("Class", route.Class)
                        .Text("TlsSecret", route.TlsSecret)),
                    .. service.HttpRoutes.Select(route => Route(new AttributeText("HttpRoute", indent), route, service, "HttpRoutePathType", "PathPrefix", app)
                        .Text("Gateway", route.Gateway)
                        .Text("GatewayNamespace", route.GatewayNamespace)
                        .Text("Listener", route.Listener)),
                ]);
        }

        foreach (ReplicaServiceDeclaration service in container.ReplicaServices)
        {
            Write(
                service.Member,
                PropertyTypeNames.ReplicaServices,
                Service(new AttributeText("ReplicaService", indent).Text("Name", service.Name, app.Name.OrDefault(string.Empty)), service.Spec, app));
        }

        foreach (PeerListDeclaration list in container.PeerLists)
        {
            Write(list.Member, PropertyTypeNames.String, new AttributeText("PeerList", indent)
                .Text("Env", list.Env)
                .Text("Each", list.Each, ManifestDefaults.PeerText)
                .Text("Separator", list.Separator, ManifestDefaults.PeerSeparator));
        }

        foreach (AddressDeclaration address in container.Addresses)
        {
            Write(address.Member, PropertyTypeNames.String, new AttributeText("AddressOf", indent)
                .Add($"typeof({address.Target?.Type.Name})")
                .Text(address.Text)
                .Text("Env", address.Env));
        }

        void Separate()
        {
            if (text.Length > start)
            {
                text.Append('\n');
            }
        }

        void Write(MemberShape member, string type, params AttributeText[] attributes)
        {
            Separate();
            foreach (AttributeText attribute in attributes)
            {
                DeclarationWriter.Line(text, indent, attribute);
            }

            text.Append(' ', indent).Append("public static partial ").Append(type).Append(' ').Append(AttributeText.Identifier(member.Name)).Append(" { get; }\n");
        }
    }

    public static AttributeText IpFamilies(AttributeText attribute, IpFamiliesDeclaration families) =>
        attribute.Enum("IpFamilyPolicy", families.Policy).Enums("IpFamilies", "IpFamily", families.Families);

    private static AttributeText Port(AttributeText attribute, PortDeclaration port) => attribute
        .Number(port.Number)
        .Text("Name", port.Name, UsualName(port.Member))
        .Enum("Protocol", "PortProtocol", port.Protocol.TryGet(out string? protocol) && protocol.Length > 1
            ? Said.Of(protocol.Substring(0, 1) + protocol.Substring(1).ToLowerInvariant())
            : default)
        .Number("ServicePort", port.ServicePort)
        .Number("NodePort", port.NodePort)
        .Number("HostPort", port.HostPort)
        .Text("AppProtocol", port.AppProtocol)
        .Fields("Port", port.Fields);

    private static AttributeText Monitor(AttributeText attribute, MonitorDeclaration monitor) => attribute
        .Text("Name", monitor.Name)
        .Text("Path", monitor.Path)
        .Text("Interval", monitor.Interval)
        .Flag("Https", monitor.Https)
        .Texts("Labels", monitor.Labels)
        .Text("ScraperNamespace", monitor.ScraperNamespace)
        .Texts("ScraperLabels", monitor.ScraperLabels);

    private static AttributeText Route(AttributeText attribute, RouteDeclaration route, ClientServiceDeclaration service, string pathType, string usualType, AppDeclaration app) => attribute
        .Text(route.Host)
        .Text("Name", route.Name, service.Name.OrDefault(string.Empty))
        .Text("Path", route.Path, "/")
        .Enum("PathType", pathType, route.PathType.OrDefault(usualType) == usualType ? default : route.PathType)
        .Member("Port", route.Port, app)
        .Texts("Annotations", route.Annotations);

    private static string UsualName(MemberShape member) => MemberNames.ToKebabCase(member.Name);

    private static AttributeText Claim(AttributeText attribute, VolumeClaimDeclaration claim) => attribute
        .Text(claim.Size)
        .Text("Name", claim.Name, UsualName(claim.Member))
        .Text("MountPath", claim.MountPath)
        .Text("SubPath", claim.SubPath)
        .Enum("AccessMode", claim.AccessMode)
        .Text("StorageClass", claim.StorageClass)
        .Flag("ReadOnly", claim.ReadOnly)
        .Text("DevicePath", claim.DevicePath)
        .Text("VolumeAttributesClass", claim.VolumeAttributesClass)
        .Text("DataSource", claim.DataSource)
        .Text("DataSourceKind", claim.DataSourceKind)
        .Text("DataSourceApiGroup", claim.DataSourceApiGroup)
        .Text("DataSourceNamespace", claim.DataSourceNamespace);

    private static AttributeText Volume(VolumeDeclaration volume, int indent)
    {
        if (volume.Claim is { } claim)
        {
            return Claim(new AttributeText("EphemeralClaim", indent), claim).Fields("EphemeralClaim", claim.Fields.Concat(volume.Fields).ToEquatableArray());
        }

        string name = volume.Kind switch
        {
            VolumeKind.ConfigMap => "ConfigMapVolume",
            VolumeKind.Secret => "SecretVolume",
            VolumeKind.HostPath => "HostPath",
            VolumeKind.Csi => "CsiVolume",
            VolumeKind.Projected => "ProjectedVolume",
            VolumeKind.Nfs => "NfsVolume",
            VolumeKind.Iscsi => "IscsiVolume",
            VolumeKind.Fc => "FcVolume",
            VolumeKind.Image => "ImageVolume",
            _ => "EmptyDir",
        };
        return new AttributeText(name, indent)
            .Text(volume.Source)
            .Text("Name", volume.Name, UsualName(volume.Member))
            .Text("MountPath", volume.MountPath)
            .Text("SubPath", volume.SubPath)
            .Flag("ReadOnly", volume.ReadOnly)
            .Flag("InMemory", volume.InMemory)
            .Text("SizeLimit", volume.SizeLimit)
            .Number("DefaultMode", volume.DefaultMode)
            .Flag("Optional", volume.Optional)
            .Texts("Items", volume.Items)
            .Enum("Type", "HostPathType", volume.HostPathType)
            .Text("FsType", volume.FsType)
            .Texts("Attributes", volume.Attributes)
            .Text("NodePublishSecret", volume.NodePublishSecret)
            .Fields(name, volume.Fields.Where(static value => value.Argument.Name != "ReadOnly").ToEquatableArray());
    }

    private static AttributeText Source(ProjectedSourceDeclaration source, int indent)
    {
        string name = source.Attribute.Substring(0, source.Attribute.Length - nameof(Attribute).Length);
        bool isOfEntries = source.Attribute is AttributeNames.ProjectedConfigMap or AttributeNames.ProjectedSecret;
        return new AttributeText(name, indent)
            .Text(source.Attribute == AttributeNames.ProjectedPodCertificate ? default : isOfEntries ? source.Source : source.Path)
            .Text("Name", isOfEntries ? default : source.Source)
            .Texts("Items", source.Items)
            .Text("FieldPath", source.FieldPath)
            .Text("Resource", source.Resource)
            .Text("Divisor", source.Divisor)
            .Number("Mode", source.Mode)
            .Text("Audience", source.Audience)
            .Number("ExpirationSeconds", source.ExpirationSeconds)
            .Text("SignerName", source.Attribute == AttributeNames.ProjectedPodCertificate ? default : source.SignerName)
            .Flag("Optional", source.Optional)
            .Fields(name, source.Fields);
    }

    private static AttributeText Service(AttributeText attribute, ServiceSpecDeclaration spec, AppDeclaration app)
    {
        bool isByTimeout = spec.SessionAffinityTimeoutSeconds.State != DeclaredState.Absent && spec.SessionAffinity.OrDefault(string.Empty) == "ClientIP";
        return IpFamilies(
            attribute
                .Members("Ports", spec.Ports, app)
                .Enum("Type", "ServiceType", spec.Type)
                .Enum("SessionAffinity", isByTimeout ? default : spec.SessionAffinity)
                .Number("SessionAffinityTimeoutSeconds", spec.SessionAffinityTimeoutSeconds)
                .Enum("ExternalTrafficPolicy", "TrafficPolicy", spec.ExternalTrafficPolicy)
                .Enum("InternalTrafficPolicy", "TrafficPolicy", spec.InternalTrafficPolicy)
                .Text("LoadBalancerClass", spec.LoadBalancerClass)
                .Texts("LoadBalancerSourceRanges", spec.LoadBalancerSourceRanges)
                .Flag("AllocateLoadBalancerNodePorts", spec.AllocateLoadBalancerNodePorts)
                .Text("LoadBalancerIp", spec.LoadBalancerIp)
                .Number("HealthCheckNodePort", spec.HealthCheckNodePort)
                .Texts("ExternalIps", spec.ExternalIps)
                .Texts("ClusterIps", spec.ClusterIps)
                .Enum("TrafficDistribution", spec.TrafficDistribution),
            spec.IpFamilies)
            .Flag("PublishNotReadyAddresses", spec.PublishNotReadyAddresses)
            .Text("ExternalName", spec.ExternalName);
    }
}
