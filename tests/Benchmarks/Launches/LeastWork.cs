using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Benchmarks.Launches;

/// <summary>
/// What no tool can leave out of a login and a launch: it seals a state and opens it again, checks the message's signature, reads its claims, looks
/// up who comes, and writes one row for the nonce that is spent. Done as directly as .NET allows, with no rule of LTI looked at.
/// </summary>
internal sealed class LeastWork : IDisposable
{
    private const int People = 2_000;
    private const int SealedLength = 150;

    private readonly RSA platformKey = RSA.Create();
    private readonly byte[] stateKey = RandomNumberGenerator.GetBytes(32);
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt look;
    private readonly sqlite3_stmt write;
    private readonly Lock turn = new();
    private int launches;

    private LeastWork(JsonElement key, string file)
    {
        platformKey.ImportParameters(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(key.GetProperty("n").GetString()),
            Exponent = Base64Url.DecodeFromChars(key.GetProperty("e").GetString()),
        });
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = $"""
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;
            CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
            CREATE TABLE visits (id TEXT PRIMARY KEY, nonce TEXT UNIQUE, person TEXT);
            INSERT INTO people WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {People}) SELECT 'person-' || n, 'Somebody' FROM numbers;
            """;
        tables.ExecuteNonQuery();
        (look, write) = (Prepare("SELECT name FROM people WHERE id = ?"), Prepare("INSERT INTO visits VALUES (?, ?, ?)"));
    }

    public static async Task<LeastWork> StartAsync(string keySet, string file)
    {
        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(keySet)));
        return new LeastWork(answer.RootElement.GetProperty("keys")[0], file);
    }

    /// <summary>A secret for the browser, a nonce, and the state that holds both.</summary>
    public (string State, string Nonce) LogIn()
    {
        Span<byte> state = stackalloc byte[SealedLength];
        RandomNumberGenerator.Fill(state[..16]);
        RandomNumberGenerator.Fill(state[16..32]);
        SHA256.HashData(state[..16], state[32..]);
        return (Base64Url.EncodeToString(HMACSHA256.HashData(stateKey, state)), Base64Url.EncodeToString(state[16..32]));
    }

    /// <summary>False where the platform did not sign the message.</summary>
    public bool Launch(string token)
    {
        int end = token.LastIndexOf('.');
        byte[] signed = Encoding.ASCII.GetBytes(token, 0, end);
        HMACSHA256.HashData(stateKey, signed.AsSpan(0, SealedLength));
        if (!platformKey.VerifyData(signed, Base64Url.DecodeFromChars(token.AsSpan(end + 1)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            return false;

        using var claims = JsonDocument.Parse(Base64Url.DecodeFromUtf8(signed.AsSpan(signed.AsSpan().IndexOf((byte)'.') + 1)));
        string nonce = claims.RootElement.GetProperty("nonce").GetString()!;
        foreach (var claim in claims.RootElement.EnumerateObject())
            _ = claim.Value.ToString();

        byte[] key = RandomNumberGenerator.GetBytes(16);
        string keyDigest = Convert.ToHexStringLower(SHA256.HashData(key));
        lock (turn)
        {
            string person = $"person-{launches++ % People}";
            raw.sqlite3_bind_text(look, 1, person);
            raw.sqlite3_step(look);
            _ = raw.sqlite3_column_text(look, 0).utf8_to_string();
            raw.sqlite3_reset(look);

            raw.sqlite3_bind_text(write, 1, keyDigest);
            raw.sqlite3_bind_text(write, 2, nonce);
            raw.sqlite3_bind_text(write, 3, person);
            raw.sqlite3_step(write);
            return raw.sqlite3_reset(write) == raw.SQLITE_OK;
        }
    }

    public void Dispose()
    {
        look.Dispose();
        write.Dispose();
        connection.Dispose();
        platformKey.Dispose();
    }

    private sqlite3_stmt Prepare(string sql) => raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement) == raw.SQLITE_OK
        ? statement
        : throw new InvalidOperationException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string());
}
