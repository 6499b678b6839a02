using System.Data;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentorCourseLti.Data.Backups;

/// <summary>What a column holds, in words that both databases share: a backup of one can be restored into the other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnType>))]
internal enum ColumnType
{
    Guid,
    Text,
    Time,
    Integer,
    Number,
    Flag,
    Bytes,
}

internal static class ColumnTypes
{
    public static ColumnType Of(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        return Type.GetTypeCode(stored) switch
        {
            TypeCode.String => ColumnType.Text,
            TypeCode.DateTime => ColumnType.Time,
            TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => ColumnType.Integer,
            TypeCode.Decimal or TypeCode.Double => ColumnType.Number,
            TypeCode.Boolean => ColumnType.Flag,
            _ when stored == typeof(Guid) => ColumnType.Guid,
            _ when stored == typeof(byte[]) => ColumnType.Bytes,
            _ => throw new NotSupportedException($"{property} is stored as {stored}, which no backup knows."),
        };
    }

    public static DbType DbTypeOf(this ColumnType type) => type switch
    {
        ColumnType.Guid => DbType.Guid,
        ColumnType.Text => DbType.String,
        ColumnType.Time => DbType.DateTime,
        ColumnType.Integer => DbType.Int64,
        ColumnType.Number => DbType.Decimal,
        ColumnType.Flag => DbType.Boolean,
        _ => DbType.Binary,
    };

    public static void Write(this ColumnType type, Utf8JsonWriter json, DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (type)
        {
            case ColumnType.Guid: json.WriteStringValue(row.GetGuid(column)); break;
            case ColumnType.Text: json.WriteStringValue(row.GetString(column)); break;
            case ColumnType.Time: json.WriteStringValue(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc)); break;
            case ColumnType.Integer: json.WriteNumberValue(row.GetInt64(column)); break;
            case ColumnType.Number: json.WriteNumberValue(row.GetDecimal(column)); break;
            case ColumnType.Flag: json.WriteBooleanValue(row.GetBoolean(column)); break;
            default: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(column)); break;
        }
    }

    public static object Read(this ColumnType type, JsonElement value) => value.ValueKind is JsonValueKind.Null ? DBNull.Value : type switch
    {
        ColumnType.Guid => value.GetGuid(),
        ColumnType.Text => value.GetString()!,
        ColumnType.Time => value.GetDateTime().ToUniversalTime(),
        ColumnType.Integer => value.GetInt64(),
        ColumnType.Number => value.GetDecimal(),
        ColumnType.Flag => value.GetBoolean(),
        _ => value.GetBytesFromBase64(),
    };
}
