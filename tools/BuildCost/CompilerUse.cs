namespace Holdfast.Tools.BuildCost;

/// <summary>How builds come by a compiler.</summary>
internal enum CompilerUse
{
    /// <summary>Each build starts one as a process, without a server.</summary>
    OwnProcess,

    /// <summary>Each build starts a server, as the first build of a machine does where nothing is set.</summary>
    NewServer,

    /// <summary>All share a server that no other build uses, as on a developer's machine.</summary>
    OneServer,
}
