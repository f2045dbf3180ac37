using System.Text;
using Holdfast.Engine.Declarations;

namespace Holdfast.Engine.Composing;

/// <summary>
/// What code calls the objects of one application: after what they are where there is one of a kind, else after the member
/// that declares them, so that a name stays what it is when another object comes along.
/// </summary>
internal sealed class ManifestMembers
{
    public const string Yaml = "Yaml";

    public const string All = "All";

    public const string ServiceAccount = "ServiceAccount";

    public const string Role = "Role";

    public const string RoleBinding = "RoleBinding";

    public const string ConfigMap = "ConfigMap";

    public const string HeadlessService = "HeadlessService";

    public const string DisruptionBudget = "DisruptionBudget";

    public const string NetworkPolicy = "NetworkPolicy";

    public const string Autoscaler = "Autoscaler";

    public const string Namespace = NamespaceComposer.Kind;

    public const string Prerequisites = "Prerequisites";

    private const string Service = "Service";

    private const string Services = "Services";

    /// <summary>Taken whether or not the application has such an object, so that declaring one renames no other.</summary>
    private static readonly string[] Reserved =
    [
        Yaml,
        All,
        ServiceAccount,
        Role,
        RoleBinding,
        ConfigMap,
        HeadlessService,
        DisruptionBudget,
        NetworkPolicy,
        Autoscaler,
        Namespace,
        Prerequisites,
        MonitorComposer.PodMonitor,
        MonitorComposer.ServiceMonitor,
        nameof(WorkloadKind.StatefulSet),
        nameof(WorkloadKind.Deployment),
        nameof(WorkloadKind.Job),
        nameof(WorkloadKind.CronJob),
    ];

    /// <summary>Made when the first name is asked for; most applications have objects with fixed names only.</summary>
    private HashSet<string>? _taken;

    /// <summary>A ConfigMap that is not the application's own: <c>redis-scripts</c> is <c>RedisScriptsConfigMap</c>.</summary>
    public string OfConfigMap(string name) => OfObject(name, ConfigMap);

    /// <summary>An Ingress: that of the routes of the member <c>Front</c> is <c>FrontIngress</c>.</summary>
    public string OfIngress(ContainerDeclaration container, MemberShape member) => Distinct(Prefix(container) + With(member.Name, IngressComposer.Kind));

    /// <summary>An HTTPRoute: that of the routes of the member <c>Front</c> is <c>FrontHttpRoute</c>.</summary>
    public string OfHttpRoute(ContainerDeclaration container, MemberShape member) => Distinct(Prefix(container) + With(member.Name, "HttpRoute"));

    /// <summary>An object by its name and kind: the Secret <c>redis-users</c> is <c>RedisUsersSecret</c>.</summary>
    public string OfObject(string name, string kind)
    {
        var member = new StringBuilder(name.Length + kind.Length + 1);
        bool isStart = true;
        foreach (char c in name)
        {
            bool isWord = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isWord)
            {
                member.Append(member.Length == 0 && c is >= '0' and <= '9' ? "_" : string.Empty).Append(isStart ? char.ToUpperInvariant(c) : c);
            }

            isStart = !isWord;
        }

        return Distinct(member.Append(kind.Where(char.IsLetterOrDigit).ToArray()).ToString());
    }

    /// <summary>A client Service: that of the member <c>Front</c> is <c>FrontService</c>.</summary>
    public string OfClientService(ContainerDeclaration container, MemberShape member) => Distinct(Prefix(container) + With(member.Name, Service));

    /// <summary>The Services of the pods: those of the member <c>Each</c> are <c>EachServices</c>.</summary>
    public string OfReplicaServices(ContainerDeclaration container, MemberShape member) => Distinct(
        Prefix(container) + (member.Name.EndsWith(Service, StringComparison.Ordinal) ? member.Name + "s" : With(member.Name, Services)));

    private static string Prefix(ContainerDeclaration container) => container.Type?.FullName ?? string.Empty;

    private static string With(string name, string end) => name.EndsWith(end, StringComparison.Ordinal) ? name : name + end;

    private string Distinct(string name)
    {
        _taken ??= new HashSet<string>(Reserved, StringComparer.Ordinal);
        string distinct = name;
        for (int number = 2; !_taken.Add(distinct); number++)
        {
            distinct = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return distinct;
    }
}
