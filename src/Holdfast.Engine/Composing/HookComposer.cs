using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Composing;

/// <summary>What is done when a container starts and stops.</summary>
internal static class HookComposer
{
    public static MappingNode? Lifecycle(AppDeclaration app, ContainerDeclaration container) => new MappingBuilder()
        .Add("postStart", Hook(app, container.PostStart))
        .Add("preStop", Hook(app, container.PreStop))
        .BuildOrNull();

    private static MappingNode? Hook(AppDeclaration app, HookDeclaration? hook) => hook is null
        ? null
        : FieldValues.Put(
            new MappingBuilder()
                .Add("exec", new MappingBuilder().Add("command", hook.Command).BuildOrNull())
                .Add("httpGet", hook.HttpPath.State == DeclaredState.Absent
                    ? null
                    : new MappingBuilder()
                        .Add("path", hook.HttpPath)
                        .Add("port", ProbeComposer.Port(app, hook.Port, hook.PortNumber))
                        .Add("scheme", hook.Https.OrDefault(false) ? ScalarNode.String("HTTPS", hook.Https.Location) : null)
                        .Build())
                .Add("sleep", new MappingBuilder().Add("seconds", hook.SleepSeconds).BuildOrNull())
                .Build(hook.Place.Location),
            FieldPlace.Hook,
            hook.Fields);
}
