using System.Collections.Immutable;

namespace Holdfast.Engine.Reporting;

/// <summary>What rules tell code fixes, by key.</summary>
internal static class FixProperties
{
    /// <summary>The text that should be in place of the one at fault.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>The expression that says what the text at fault should say.</summary>
    public const string Expression = nameof(Expression);

    /// <summary>The Service that a headless Service should be declared for.</summary>
    public const string ServiceName = nameof(ServiceName);

    /// <summary>Where a volume could be mounted.</summary>
    public const string MountPath = nameof(MountPath);

    /// <summary>The type that a declared member must have, as code names it.</summary>
    public const string MemberType = nameof(MemberType);

    /// <summary>Which modifier a type has too much or too little: <see cref="AddPartial"/> or <see cref="RemoveStatic"/>.</summary>
    public const string Modifier = nameof(Modifier);

    /// <summary>The type whose modifier it is: the declared one or one around it.</summary>
    public const string TypeName = nameof(TypeName);

    public const string AddPartial = nameof(AddPartial);

    public const string RemoveStatic = nameof(RemoveStatic);

    public static ImmutableDictionary<string, string?> Of(string key, string? value) =>
        ImmutableDictionary<string, string?>.Empty.Add(key, value);

    public static ImmutableDictionary<string, string?> Replace(string? replacement) => replacement is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Replacement, replacement);
}
