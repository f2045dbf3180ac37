namespace Holdfast;

/// <summary>How the exit code of a container is compared.</summary>
public enum ExitCodeOperator
{
    /// <summary>It is one of the codes.</summary>
    In,

    /// <summary>It is none of the codes.</summary>
    NotIn,
}
