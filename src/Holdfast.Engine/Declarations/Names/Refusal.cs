namespace Holdfast.Engine.Declarations.Names;

/// <summary>Why a kind of workload cannot have what an attribute declares.</summary>
/// <param name="For">The kinds that can, as a message says it: <c>a StatefulSet</c>.</param>
/// <param name="Why">What about the workload is in the way; it follows the workload's kind: <c>which has no claim templates</c>.</param>
/// <param name="ToDo">What to do.</param>
internal sealed record Refusal(string For, string Why, string ToDo)
{
    /// <summary>Of what only replicas with names have.</summary>
    public static Refusal StatefulSetOnly(string why, string toDo) => new("a StatefulSet", why, toDo);

    /// <summary>Of what needs pods that stay.</summary>
    public static Refusal NotForJobs(string why, string toDo) => new("a StatefulSet or Deployment", why, toDo);
}
