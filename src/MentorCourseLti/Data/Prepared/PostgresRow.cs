using Npgsql;

namespace MentorCourseLti.Data.Prepared;

internal sealed class PostgresRow(NpgsqlDataReader reader) : PreparedRow
{
    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override string GetText(int column) => reader.GetString(column);

    public override Guid GetGuid(int column) => reader.GetGuid(column);

    public override int GetInteger(int column) => reader.GetInt32(column);

    public override bool GetBoolean(int column) => reader.GetBoolean(column);

    public override decimal GetDecimal(int column) => reader.GetDecimal(column);

    public override DateTimeOffset GetTime(int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    public override byte[] GetBytes(int column) => reader.GetFieldValue<byte[]>(column);
}
