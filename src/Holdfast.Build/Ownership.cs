namespace Holdfast.Build;

/// <summary>
/// Decides whose a file is. A file is ours when its bytes are the ones that we wrote last, or when it says so itself: its
/// first line is the comment that the new text begins with. The second half is for a fresh clone with committed manifests
/// and for a deleted obj folder, where nothing is remembered.
/// </summary>
internal static class Ownership
{
    private const byte CommentSign = (byte)'#';
    private const byte LineEnd = (byte)'\n';

    /// <summary>Whether <paramref name="existing"/> must not be overwritten.</summary>
    /// <param name="existing">What is on disk.</param>
    /// <param name="desired">What is to be there. Without a comment in the first line it claims nothing and overwrites.</param>
    /// <param name="rememberedHash">The hash of what we wrote there last, if we did.</param>
    public static bool IsForeign(byte[] existing, byte[] desired, string? rememberedHash) =>
        desired is [CommentSign, ..]
        && rememberedHash != ContentHash.Of(existing)
        && !FirstLine(existing).SequenceEqual(FirstLine(desired));

    // Editors and git put '\r' before the line end, and it is the same line still.
    private static IEnumerable<byte> FirstLine(byte[] content) => content.TakeWhile(b => b is not LineEnd and not (byte)'\r');
}
