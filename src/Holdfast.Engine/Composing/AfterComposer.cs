using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>
/// What an application that starts after Jobs needs: their names, a way to wait for them, and the right to look.
/// </summary>
internal static class AfterComposer
{
    /// <summary>
    /// The API server answers curl in lines; the conditions' first fields are their type and status in every version. The certificate names
    /// this host, and the script needs nothing but a shell, curl and tr.
    /// </summary>
    private const string Script = $$"""
        while :; do
          job=`curl -sS --max-time 10 --cacert {{PodFiles.ApiServerCertificates}} -H "Authorization: Bearer \`cat {{PodFiles.Token}}\`" "https://kubernetes.default.svc/apis/batch/v1/namespaces/${{PodEnvironmentVariables.PodNamespace}}/jobs/${{WaitContainer.JobVariable}}" | tr -d ' \n'`
          case "$job" in
            *'"type":"Complete","status":"True"'*) echo "Job ${{WaitContainer.JobVariable}} has succeeded."; exit 0 ;;
            *'"type":"Failed","status":"True"'*) echo "Job ${{WaitContainer.JobVariable}} has failed, so the application does not start."; exit 1 ;;
            *'"kind":"Job"'*) echo "Job ${{WaitContainer.JobVariable}} has not ended yet." ;;
            *) echo "Job ${{WaitContainer.JobVariable}} cannot be read yet: $job" ;;
          esac
          sleep 2
        done
        """;

    /// <summary>The value of the variable that lists the Jobs for an application that waits itself; null where there are none.</summary>
    public static ScalarNode? Variable(AppDeclaration app, ContainerDeclaration container)
    {
        AfterDeclaration[] afters = container.Type is null
            ? [.. Known(app).Where(static after => after.WaitImage.State == DeclaredState.Absent)]
            : [];
        return afters.Length == 0 ? null : ScalarNode.String(string.Join(",", afters.Select(Name)), afters[0].TypeName.Location);
    }

    /// <summary>The init containers that wait, before all others.</summary>
    public static IEnumerable<ManifestNode> Containers(AppDeclaration app) => Known(app)
        .Where(static after => after.WaitImage.State != DeclaredState.Absent)
        .Select(after => ContainerComposer.Compose(app, new ContainerDeclaration
        {
            // With a type, it is a further container and not the application's.
            Type = app.Type,
            Kind = ContainerKind.Init,
            IsDeclared = true,
            Image = after.WaitImage,
            Name = Declared<string>.Known(WaitContainer.NamePrefix + DeclaredReplicas.Name(after.Job!), after.TypeName.Location),
            Command = Declared<EquatableArray<string>>.Known(new(["/bin/sh", "-c", Script.Replace("\r\n", "\n")]), after.TypeName.Location),
            Env = new([new EnvDeclaration(
                Declared<string>.Known(WaitContainer.JobVariable, after.TypeName.Location),
                Declared<string>.Known(Name(after), after.TypeName.Location),
                default,
                default,
                default,
                default,
                default,
                default,
                default)]),
        }));

    /// <summary>The right to read these Jobs and nothing else; null where nothing is waited for.</summary>
    public static MappingNode? Rule(AppDeclaration app)
    {
        AfterDeclaration[] afters = [.. Known(app)];
        return afters.Length == 0
            ? null
            : new MappingBuilder()
                .Add("apiGroups", [ScalarNode.String("batch")])
                .Add("resources", [ScalarNode.String("jobs")])
                .Add("resourceNames", [.. afters.Select(Name).Distinct(StringComparer.Ordinal).Select(static name => ScalarNode.String(name))])
                .Add("verbs", [ScalarNode.String("get")])
                .Build(afters[0].TypeName.Location);
    }

    private static IEnumerable<AfterDeclaration> Known(AppDeclaration app) =>
        app.Afters.Count == 0 ? [] : app.Afters.Where(static after => after.Job is not null);

    private static string Name(AfterDeclaration after) => JobNames.Of(after.Job!);
}
