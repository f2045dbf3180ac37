namespace Holdfast.Build;

/// <summary>A file that an earlier build wrote.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Hash">The hash of what was written.</param>
/// <param name="IsKept">Whether nothing declares it any more and it stays only because it was changed by hand since.</param>
internal sealed record StampEntry(string Path, string Hash, bool IsKept = false);
