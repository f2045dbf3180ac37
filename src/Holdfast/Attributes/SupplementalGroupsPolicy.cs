namespace Holdfast;

/// <summary>Which groups a process is in.</summary>
public enum SupplementalGroupsPolicy
{
    /// <summary>Those of the pod, and those that the image has for the user in <c>/etc/group</c>.</summary>
    Merge,

    /// <summary>Those of the pod alone.</summary>
    Strict,
}
