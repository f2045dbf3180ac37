namespace Holdfast.Engine.Declarations;

/// <summary>What is known of an image that the project publishes itself.</summary>
/// <param name="User">The number of the user that it runs as; null where the project says another base image or user.</param>
/// <param name="HttpPort">The port that ASP.NET Core listens on in it; null where the project says another base image.</param>
internal sealed record PublishedImageDeclaration(long? User, int? HttpPort);
