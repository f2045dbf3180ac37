namespace Holdfast;

/// <summary>How the path of an HTTPRoute is compared with the path of a request.</summary>
public enum HttpRoutePathType
{
    /// <summary>The request's path begins with it, element by element.</summary>
    PathPrefix,

    /// <summary>The request's path is it, letter case included.</summary>
    Exact,

    /// <summary>The request's path matches it, a regular expression in the Gateway's own dialect.</summary>
    RegularExpression,
}
