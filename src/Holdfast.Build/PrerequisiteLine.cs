namespace Holdfast.Build;

/// <summary>What a generated list says an application needs, or makes for others.</summary>
/// <param name="IsMade">Whether it is made; needed otherwise.</param>
/// <param name="Kind">The object's kind.</param>
/// <param name="Name">Its name; for the claims of a set, what stands before the ordinal, and <c>*</c>.</param>
/// <param name="Namespace">Its namespace; empty where it is not known or there is none.</param>
/// <param name="IsOptional">Whether the application starts without it.</param>
/// <param name="Keys">The entries that are used.</param>
internal sealed record PrerequisiteLine(bool IsMade, string Kind, string Name, string Namespace, bool IsOptional, IReadOnlyList<string> Keys)
{
    private const char Separator = '\t';

    /// <summary>The lines of a generated list. What is not understood, maybe of a later version, is left out.</summary>
    public static IEnumerable<PrerequisiteLine> Read(string text) => text.Split('\n').Select(ReadLine).OfType<PrerequisiteLine>();

    /// <summary>Whether it is made and is what another line needs.</summary>
    public bool Meets(PrerequisiteLine need) =>
        IsMade
        && Kind == need.Kind
        && (Namespace.Length == 0 || need.Namespace.Length == 0 || Namespace == need.Namespace)
        && (Name == need.Name || (Name.EndsWith("*", StringComparison.Ordinal)
            && need.Name.StartsWith(Name.Substring(0, Name.Length - 1), StringComparison.Ordinal)
            && need.Name.Substring(Name.Length - 1) is { Length: > 0 } ordinal
            && ordinal.All(c => c is >= '0' and <= '9')));

    private static PrerequisiteLine? ReadLine(string line) => line.Split(Separator) switch
    {
        ["needs", var kind, var name, var space, var optional, var keys] =>
            new(IsMade: false, kind, name, space, optional == "optional", keys.Length == 0 ? [] : keys.Split(',')),
        ["makes", var kind, var name, var space] => new(IsMade: true, kind, name, space, IsOptional: false, []),
        ["claim", var name, var space] => new(IsMade: true, "PersistentVolumeClaim", name, space, IsOptional: false, []),
        ["claim", var name] => new(IsMade: true, "PersistentVolumeClaim", name, string.Empty, IsOptional: false, []),
        _ => null,
    };
}
