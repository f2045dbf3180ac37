namespace Holdfast;

/// <summary>
/// Another application's address, on a <c>static partial</c> property of type <see cref="string"/>: a text whose
/// placeholders name members of the other application's type, so that a changed port, name or number of replicas there
/// changes the text here. The environment of the container that the property is declared with takes the very same text.
/// </summary>
/// <remarks>
/// <para>
/// Placeholders: <c>{Front:Http}</c>, the host of a member with <c>[ClientService]</c>, a colon and the number under which
/// that Service offers the port of a member with <c>[Port]</c>; <c>{Front}</c>, the host alone; <c>{Http}</c>, the number of
/// the container's port; <c>{Peers}</c>, a whole <c>[PeerList]</c>. Of a StatefulSet also <c>{first:Http}</c>, host and port of
/// the first replica, and <c>{pods:Http}</c>, those of all replicas with commas in between; both also without a port. Braces
/// are doubled to stand for themselves.
/// </para>
/// <para>
/// Hosts are bare names where the other application declares no namespace or this one's, and fully qualified names where
/// it declares another one. In the manifest, <c>$(NAME)</c> in the text is the value of another environment variable, such
/// as a password from a Secret; in code it stays as it is.
/// </para>
/// </remarks>
/// <param name="application">
/// A type with <c>[StatefulApp]</c> or <c>[StatelessApp]</c>, of this project or of a referenced one. Of a referenced one
/// only public members can be named.
/// </param>
/// <param name="text">The text with its placeholders.</param>
/// <example>
/// <code title="members">
/// [AddressOf(typeof(Postgres), "postgres://{Primary:Sql}/orders", Env = "DATABASE_URL")]
/// public static partial string Database { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class AddressOfAttribute(Type application, string text) : DeclarationAttribute
{
    /// <summary>The other application's type.</summary>
    public Type Application { get; } = application;

    /// <summary>The text with its placeholders.</summary>
    public string Text { get; } = text;

    /// <summary>The environment variable that takes the text; left out, it is there for code only.</summary>
    public string? Env { get; set; }
}
