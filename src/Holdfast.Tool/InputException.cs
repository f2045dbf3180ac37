namespace Holdfast.Tool;

/// <summary>Input or arguments that the command cannot use; the message is shown to the user, and the exit code is <see cref="ExitCodes.BadInput"/>.</summary>
/// <param name="message">What is wrong and what helps.</param>
internal sealed class InputException(string message) : Exception(message);
