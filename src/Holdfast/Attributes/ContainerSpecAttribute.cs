namespace Holdfast;

/// <summary>The common arguments of all kinds of containers.</summary>
public abstract class ContainerSpecAttribute : DeclarationAttribute
{
    private protected ContainerSpecAttribute(string? image) => Image = image;

    /// <summary>The image with its tag or digest.</summary>
    public string? Image { get; }

    /// <summary>
    /// The container's name, a DNS label; default: the application's name for its own container, the type's name in that
    /// form for a further one (<c>LogShipper</c> is <c>log-shipper</c>).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>Kubernetes: <c>command</c>, in place of the image's entry point. No shell runs it unless it names one.</summary>
    public string[]? Command { get; set; }

    /// <summary>Kubernetes: <c>args</c>, in place of the image's own arguments.</summary>
    public string[]? Args { get; set; }

    /// <summary>
    /// How many braces are around a placeholder in <see cref="Command"/> and <see cref="Args"/>; default 0, which is none: braces
    /// are text. With 1, <c>{Http}</c> is the number of a port and a doubled brace stands for itself; with 2, <c>{{Http}}</c> is, and
    /// single braces are text. <c>{ordinal}</c>, <c>{name}</c> and <c>{host}</c> are those of the replica itself.
    /// </summary>
    public int Braces { get; set; }

    /// <summary>Other applications that placeholders may name: <c>{Orders.Api:Http}</c> with <c>typeof(Orders)</c> here.</summary>
    public Type[]? Applications { get; set; }

    /// <summary>The folder that the process starts in; default: the image's own.</summary>
    public string? WorkingDir { get; set; }

    /// <summary>
    /// When the image is pulled; left out, always for the tag <c>latest</c> or none, and else only where it is missing.
    /// </summary>
    public ImagePullPolicy ImagePullPolicy { get; set; }

    /// <summary>
    /// The signal that asks the container to stop: <c>SIGUSR1</c>; default: the image's, or else <c>SIGTERM</c>. Kubernetes:
    /// <c>lifecycle.stopSignal</c>, since 1.37; the pod needs <see cref="PodSpecAttribute.Os"/>.
    /// </summary>
    public string? StopSignal { get; set; }

    /// <summary>Whether the process has an input that a client can attach to; default <see langword="false"/>.</summary>
    public bool Stdin { get; set; }

    /// <summary>Whether that input is closed after the first client; default <see langword="false"/>.</summary>
    public bool StdinOnce { get; set; }

    /// <summary>Whether the process has a terminal; default <see langword="false"/>. It needs <see cref="Stdin"/>.</summary>
    public bool Tty { get; set; }

    /// <summary>The file that has the message of a container that ended; default <c>/dev/termination-log</c>.</summary>
    public string? TerminationMessagePath { get; set; }

    /// <summary>Where that message comes from; default <see cref="TerminationMessagePolicy.File"/>.</summary>
    public TerminationMessagePolicy TerminationMessagePolicy { get; set; }
}
