namespace Holdfast;

/// <summary>
/// What the generated members of an application give: each is made when it is first asked for, and is the same object from then on, whichever
/// threads ask. A field of the application's own object that copies of it do not share.
/// </summary>
/// <remarks>It is a struct so that an object without members holds one empty field, and it must not be copied.</remarks>
internal struct DeclaredMembers
{
    private Entry? _first;

    /// <summary>The member with a key, which is made where there is none yet.</summary>
    /// <param name="key">Everything that the member is made of.</param>
    /// <param name="isOf">Whether a member is the one with the key.</param>
    /// <param name="make">Makes it; of two that threads make at once, only one is kept.</param>
    public T Get<T, TKey>(TKey key, Func<T, TKey, bool> isOf, Func<TKey, T> make)
        where T : class
    {
        T? made = null;
        Entry? searched = null;
        while (true)
        {
            Entry? first = Volatile.Read(ref _first);
            for (Entry? entry = first; entry != searched; entry = entry!.Next)
            {
                if (entry!.Member is T member && isOf(member, key))
                {
                    return member;
                }
            }

            made ??= make(key);
            if (Interlocked.CompareExchange(ref _first, new Entry(made, first), first) == first)
            {
                return made;
            }

            searched = first;
        }
    }

    public Volume Volume(string name, string? mountPath) => Get(
        (Name: name, MountPath: mountPath),
        static (Volume volume, (string Name, string? MountPath) key) => volume.Name == key.Name && volume.MountPath == key.MountPath,
        static key => new Volume(key.Name, key.MountPath));

    public ExistingClaim ExistingClaim(string claimName, string? mountPath) => Get(
        (ClaimName: claimName, MountPath: mountPath),
        static (ExistingClaim claim, (string ClaimName, string? MountPath) key) => claim.ClaimName == key.ClaimName && claim.MountPath == key.MountPath,
        static key => new ExistingClaim(key.ClaimName, key.MountPath));

    private sealed class Entry(object member, Entry? next)
    {
        public object Member { get; } = member;

        public Entry? Next { get; } = next;
    }
}
