using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeLms.Services;

/// <summary>ISO 8601 with a zone, as AGS demands: a time without one would be read as the server's own zone.</summary>
internal sealed class ZonedTimeConverter : JsonConverter<DateTimeOffset?>
{
    public const string Rule = "A time must be ISO 8601 with a zone, as in 2026-02-06T23:59:05.123Z.";

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;

        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time) && NamesItsZone(reader.GetString()!)) return time;

        throw new JsonException(Rule);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is null) writer.WriteNullValue();
        else writer.WriteStringValue(value.Value);
    }

    private static bool NamesItsZone(string text) => text.AsSpan(text.IndexOf('T', StringComparison.Ordinal) + 1).IndexOfAny('Z', '+', '-') >= 0;
}
