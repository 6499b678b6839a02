using Lti.Keys;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Data.Stores;

/// <summary>Our signing keys in the database, so that all nodes share them.</summary>
internal sealed class ToolKeyStore(IServiceScopeFactory scopes) : IToolKeyStore
{
    public async ValueTask<IReadOnlyList<ToolKey>> ListAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var rows = await db.ToolKeys.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.KeyId).ToListAsync(cancel);
        return [.. rows.Select(row => new ToolKey
        {
            KeyId = row.KeyId,
            ProtectedPrivateKey = row.ProtectedPrivateKey,
            PublicJwk = row.PublicJwk,
            CreatedAt = row.CreatedAt,
            RetiredAt = row.RetiredAt,
        })];
    }

    public async ValueTask AddAsync(ToolKey key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        db.ToolKeys.Add(new ToolKeyRow
        {
            KeyId = key.KeyId,
            ProtectedPrivateKey = key.ProtectedPrivateKey,
            PublicJwk = key.PublicJwk,
            CreatedAt = key.CreatedAt,
            RetiredAt = key.RetiredAt,
        });
        await db.SaveChangesAsync(cancel);
    }

    public async ValueTask UpdateAsync(ToolKey key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        using (await db.WriteTurnAsync(cancel))
        {
            await db.ToolKeys.Where(row => row.KeyId == key.KeyId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RetiredAt, key.RetiredAt), cancel);
        }
    }

    public async ValueTask RemoveAsync(string keyId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        using (await db.WriteTurnAsync(cancel))
            await db.ToolKeys.Where(row => row.KeyId == keyId).ExecuteDeleteAsync(cancel);
    }
}
