namespace Holdfast;

/// <summary>Actions by hand, in words and as commands.</summary>
internal static class ScaleHelpText
{
    public static (string Text, string[] Commands) Of(ScaleHelp help, StatefulSetInfo set)
    {
        Pod? pod = help.Ordinal is { } ordinal ? new Pod(set, ordinal) : null;
        return help.Kind switch
        {
            ScaleHelpKind.MakeReady => ($"make {pod} Ready", []),
            ScaleHelpKind.DeletePod => ($"delete {pod}", [Kubectl.DeletePod(pod!)]),
            ScaleHelpKind.Release => ($"remove what holds {pod}", []),
            ScaleHelpKind.Force => ($"force-delete {pod}", [Kubectl.ForceDeletePod(pod!)]),
            ScaleHelpKind.FreeName => ($"delete the pod called {pod} that the set does not own", [Kubectl.DeletePod(pod!)]),
            ScaleHelpKind.FreeClaim => ($"remove what holds the claim of {pod}", []),
            ScaleHelpKind.Touch => ("touch the set", [Kubectl.Touch(set)]),
            _ => Apply(help, set),
        };
    }

    private static (string Text, string[] Commands) Apply(ScaleHelp help, StatefulSetInfo set)
    {
        string? values = help.Set is { } after ? Values(set, after) : null;
        string? template = help.Template switch
        {
            TemplateChange.Working => "a template that works",
            TemplateChange.Broken => "a template that does not become Ready",
            TemplateChange.RolledBack => "the previous template",
            _ => null,
        };
        return ((values, template) switch
        {
            (null, null) => "apply the set",
            (null, _) => $"apply {template}",
            (_, null) => values,
            _ => $"apply {template} and {values}",
        }, [template is null && help.Set == set.WithReplicas(help.Set?.Replicas ?? 0) ? Kubectl.Scale(help.Set) : Kubectl.Apply]);
    }

    private static string Values(StatefulSetInfo before, StatefulSetInfo after)
    {
        string[] values =
        [
            .. before.Replicas != after.Replicas ? [$"scale to {Describe.Number(after.Replicas)}"] : Array.Empty<string>(),
            .. before.UpdatePartition != after.UpdatePartition ? [$"set the partition to {Describe.Number(after.UpdatePartition)}"] : Array.Empty<string>(),
        ];
        return values.Length == 0 ? "apply the set" : string.Join(" and ", values);
    }
}
