namespace Holdfast.Discovery;

/// <summary>How a replica finds out whether it leaves.</summary>
public sealed class DepartureOptions
{
    /// <summary>How long the API server may take, all attempts together; default 5 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A file that marks this replica as leaving where there is anything but <c>false</c> in it, for pods without rights at the API server: an
    /// annotation of the pod, mounted by <c>[ProjectedField]</c>. Default <c>/etc/holdfast/leaving</c>.
    /// </summary>
    public string MarkFile { get; set; } = "/etc/holdfast/leaving";
}
