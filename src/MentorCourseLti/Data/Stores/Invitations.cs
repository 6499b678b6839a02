using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MentorCourseLti.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Data.Stores;

/// <summary>One-time invitations for LMSs to register themselves.</summary>
internal sealed class Invitations(CourseDb db, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>What an LMS opens.</summary>
    public static string AddressOf(Uri publicUrl, string code) => publicUrl.At($"/lti/register?invite={code}").ToString();

    /// <summary>Returns the code, which is shown once and kept nowhere.</summary>
    public async Task<string> MakeAsync(string? name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        string code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        db.Add(new InvitationRow { Id = Guid.CreateVersion7(now), CodeDigest = Digest(code), Name = name, ExpiresAt = now + Lifetime });
        await db.SaveChangesAsync(cancel);
        return code;
    }

    /// <summary>Takes an invitation in hand; none where there is no such one, or it was used or is over.</summary>
    public async Task<InvitationRow?> TakeAsync(string? code, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(code))
            return null;
        var (digest, now) = (Digest(code), clock.GetUtcNow());
        using (await db.WriteTurnAsync(cancel))
        {
            int taken = await db.Invitations.Where(invitation => invitation.CodeDigest == digest && invitation.UsedAt == null && invitation.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.UsedAt, now), cancel);
            return taken == 0 ? null : await db.Invitations.AsNoTracking().SingleAsync(invitation => invitation.CodeDigest == digest, cancel);
        }
    }

    /// <summary>The registration did not come about: it may be tried again while the day lasts.</summary>
    public async Task GiveBackAsync(InvitationRow invitation)
    {
        using (await db.WriteTurnAsync(CancellationToken.None))
            await db.Invitations.Where(one => one.Id == invitation.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, (DateTimeOffset?)null), CancellationToken.None);
    }

    private static byte[] Digest(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
