namespace Holdfast;

/// <summary>How a taint is compared with what is tolerated.</summary>
public enum TolerationOperator
{
    /// <summary>The taint has the value.</summary>
    Equal,

    /// <summary>The taint is there, whatever its value.</summary>
    Exists,
}
