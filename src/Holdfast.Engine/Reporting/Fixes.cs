namespace Holdfast.Engine.Reporting;

/// <summary>
/// The fixes that a rule may offer in C#. It says so by a tag of its descriptor, so that no fix lists rules; <c>FixCatalog</c> collects
/// them. A rule that is fixed by an argument of an attribute gives an <see cref="ArgumentChange"/> instead.
/// </summary>
internal static class Fixes
{
    /// <summary>Put <see cref="FixProperties.Replacement"/> in the place of the text at fault.</summary>
    public const string ReplaceText = Prefix + nameof(ReplaceText);

    /// <summary>The same where the value is an enum's member in C#.</summary>
    public const string ReplaceEnumMember = Prefix + nameof(ReplaceEnumMember);

    /// <summary>Put <see cref="FixProperties.Expression"/> in the place of a name in code.</summary>
    public const string NameInCode = Prefix + nameof(NameInCode);

    /// <summary>The same, in the place of the list that the name is in.</summary>
    public const string NameOfList = Prefix + nameof(NameOfList);

    /// <summary>The same, in the place of the call that parses the text.</summary>
    public const string NameOfParsed = Prefix + nameof(NameOfParsed);

    /// <summary>The same, in the place of the whole expression.</summary>
    public const string NameOfExpression = Prefix + nameof(NameOfExpression);

    /// <summary>Add the <c>[Allow]</c> that <see cref="FixProperties.Expression"/> is the argument of, to the type at the first other place.</summary>
    public const string AllowRights = Prefix + nameof(AllowRights);

    public const string AddBudget = Prefix + nameof(AddBudget);

    public const string AddReadinessProbe = Prefix + nameof(AddReadinessProbe);

    public const string AddStartupProbe = Prefix + nameof(AddStartupProbe);

    /// <summary>Let a headless Service with the set's name govern it.</summary>
    public const string GovernByOwnService = Prefix + nameof(GovernByOwnService);

    /// <summary>Declare the headless Service that the set names.</summary>
    public const string DeclareService = Prefix + nameof(DeclareService);

    public const string RemoveClaimLabel = Prefix + nameof(RemoveClaimLabel);

    public const string MakeClaimTemplate = Prefix + nameof(MakeClaimTemplate);

    public const string Mount = Prefix + nameof(Mount);

    public const string UseVolumeAsMounted = Prefix + nameof(UseVolumeAsMounted);

    public const string NameByMember = Prefix + nameof(NameByMember);

    public const string SetReadyField = Prefix + nameof(SetReadyField);

    /// <summary>Put the attribute <see cref="FixProperties.Expression"/> on the type, and take the argument away that it stands for.</summary>
    public const string MoveArgument = Prefix + nameof(MoveArgument);

    public const string RemoveNoSpread = Prefix + nameof(RemoveNoSpread);

    public const string TypeForm = Prefix + nameof(TypeForm);

    public const string MemberForm = Prefix + nameof(MemberForm);

    /// <summary>Make the list, dictionary or object that an initializer adds to.</summary>
    public const string MakeProperty = Prefix + nameof(MakeProperty);

    private const string Prefix = "Holdfast.Fix.";
}
