namespace Holdfast;

/// <summary>How a process finds out which replica it is, where there is a choice. Immutable.</summary>
public sealed record PodIdentityOptions
{
    private readonly int? _developmentOrdinal;

    /// <summary>
    /// The ordinal of the replica to play outside a cluster, 0 or more, when <c>HOLDFAST_ORDINAL</c> is not set. It is
    /// ignored inside one. Default: none, and then a process outside a cluster gets an exception.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? DevelopmentOrdinal
    {
        get => _developmentOrdinal;
        init => _developmentOrdinal = value is { } ordinal ? Require.NotNegative(ordinal, "ordinal", nameof(DevelopmentOrdinal)) : null;
    }
}
