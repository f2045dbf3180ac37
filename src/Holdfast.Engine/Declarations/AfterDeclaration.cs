namespace Holdfast.Engine.Declarations;

/// <summary><c>[After]</c>: a Job that must have succeeded before the application starts.</summary>
/// <param name="TypeName">The name of the Job's type.</param>
/// <param name="Job">All that the Job's type declares, since its name is made of that; null where it declares no Job that can be waited for.</param>
/// <param name="WaitImage">The image of the init container that waits; absent where the application waits itself.</param>
internal sealed record AfterDeclaration(Declared<string> TypeName, AppDeclaration? Job, Declared<string> WaitImage);
