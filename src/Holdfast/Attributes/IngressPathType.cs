namespace Holdfast;

/// <summary>How the path of an Ingress is compared with the path of a request.</summary>
public enum IngressPathType
{
    /// <summary>The request's path begins with it, element by element.</summary>
    Prefix,

    /// <summary>The request's path is it, letter case included.</summary>
    Exact,

    /// <summary>As the Ingress controller decides.</summary>
    ImplementationSpecific,
}
