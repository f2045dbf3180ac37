namespace Holdfast.Engine.Declarations.Texts;

/// <summary>What a piece of a peer list's text stands for.</summary>
internal enum PeerTextSegmentKind
{
    /// <summary>Itself.</summary>
    Literal,

    /// <summary><c>{ordinal}</c>: the pod's ordinal.</summary>
    Ordinal,

    /// <summary><c>{index}</c>: the pod's place, from 0 whatever the first ordinal is.</summary>
    Index,

    /// <summary><c>{name}</c>: the pod's name.</summary>
    Name,

    /// <summary><c>{host}</c>: the pod's DNS name.</summary>
    Host,

    /// <summary><c>{service}</c>: the governing Service's name.</summary>
    Service,

    /// <summary><c>{Client}</c>: the number of the port that a member declares.</summary>
    Port,

    /// <summary>Something in braces that is none of these, or a brace that is alone.</summary>
    Invalid,
}
