using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace PracticeLms.Services;

/// <summary>How services read bodies and write answers.</summary>
internal static class ServiceAnswers
{
    public static Task RefuseAsync(this HttpContext http, Campus campus, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(campus.Manner.ErrorBody(refusal).ToJsonString(), http.RequestAborted);
    }

    public static Task AnswerAsync<T>(this HttpContext http, int status, T body, JsonTypeInfo<T> type, string mediaType)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType;
        return JsonSerializer.SerializeAsync(http.Response.BodyWriter, body, type, http.RequestAborted);
    }

    /// <summary>The body, or why it cannot be read.</summary>
    public static async ValueTask<(T? Body, Refusal? Refusal)> ReadAsync<T>(this HttpContext http, Campus campus, JsonTypeInfo<T> type, string mediaType)
        where T : class
    {
        if (!campus.Manner.Reads(http.Request.ContentType, mediaType))
        {
            return (null, new(StatusCodes.Status400BadRequest, $"The content type must be {mediaType}."));
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync(http.Request.BodyReader, type, http.RequestAborted);
            return body is null ? (null, new(StatusCodes.Status400BadRequest, "The body is empty.")) : (body, null);
        }
        catch (JsonException broken)
        {
            return (null, new(StatusCodes.Status400BadRequest, Fault(broken)));
        }
    }

    private static string Fault(JsonException broken) =>
        broken.Path is { Length: > 1 } path ? $"The body is not what it should be at {path}. {Hint(broken)}".TrimEnd() : "The body is not well-formed JSON.";

    // Our own converters' sentences help a tool's author; the framework's name our types.
    private static string Hint(JsonException broken) => broken.Message.StartsWith("A time", StringComparison.Ordinal) ? ZonedTimeConverter.Rule : "";

    /// <summary>Why this Accept header cannot be served, if so.</summary>
    public static Refusal? Unserved(this HttpContext http, Campus campus, string mediaType) =>
        campus.Manner.Serves(http.Request.Headers.Accept.ToString(), mediaType)
            ? null
            : new(StatusCodes.Status400BadRequest, $"No handler found for {http.Request.Path} {http.Request.Headers.Accept}: ask for {mediaType}.");
}
