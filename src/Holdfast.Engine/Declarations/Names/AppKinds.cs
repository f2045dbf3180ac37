using System.Collections.Immutable;

namespace Holdfast.Engine.Declarations.Names;

/// <summary>The attributes that make a type an application, one row each.</summary>
internal static class AppKinds
{
    public static ImmutableArray<AppKind> All { get; } =
    [
        new(AttributeNames.StatefulApp, WorkloadKind.StatefulSet),
        new(AttributeNames.StatelessApp, WorkloadKind.Deployment),
        new(AttributeNames.RunOnce, WorkloadKind.Job),
        new(AttributeNames.Scheduled, WorkloadKind.CronJob),
    ];

    /// <summary>What an attribute class makes of a type; null where it makes nothing of it.</summary>
    public static WorkloadKind? Of(string attribute)
    {
        foreach (AppKind row in All)
        {
            if (row.Attribute == attribute)
            {
                return row.Kind;
            }
        }

        return null;
    }

    /// <summary>Whether an attribute class makes a type an application.</summary>
    public static bool IsAttribute(string attribute) => Of(attribute) is not null;

    /// <summary>The attribute that makes a type an application of a kind.</summary>
    public static string AttributeOf(WorkloadKind kind) => All.First(row => row.Kind == kind).Attribute;

    /// <summary>The same as it is written, <c>[StatefulApp]</c>.</summary>
    public static string Written(WorkloadKind kind) => AttributeNames.Written(AttributeOf(kind));
}
