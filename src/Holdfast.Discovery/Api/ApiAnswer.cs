using System.Globalization;
using System.Net;

namespace Holdfast.Discovery;

/// <summary>An answer of the API server, or why there is none.</summary>
/// <param name="State">Which of the two.</param>
/// <param name="Status">The status of an answer.</param>
/// <param name="Text">The body of an answer; otherwise what was in the way, empty where the state says all.</param>
internal readonly record struct ApiAnswer(ApiState State, HttpStatusCode Status, string Text)
{
    /// <summary>The status as messages have it.</summary>
    public string Code => ((int)Status).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the same question may get another answer soon.</summary>
    public bool IsTransient => State == ApiState.NoAnswer
        || (State == ApiState.Answered && Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError);

    public static ApiAnswer None(ApiState state, string text = "") => new(state, default, text);
}
