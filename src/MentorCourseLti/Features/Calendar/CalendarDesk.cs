using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Calendar;

/// <summary>Makes and revokes the addresses at which people's calendars read their sessions, and finds whose a given one is.</summary>
public sealed class CalendarDesk(CourseDb db, TimeProvider clock)
{
    private const int SecretBytes = 24;
    private const int MostTries = 4;

    /// <summary>The member's own feed; none where there is none, or it was revoked.</summary>
    public Task<CalendarFeed?> FindAsync(CurrentMember member, CancellationToken cancel) =>
        db.CalendarFeeds.FirstOrDefaultAsync(feed => feed.ProgrammeId == member.ProgrammeId && feed.Subject == member.Subject && feed.RevokedAt == null, cancel);

    /// <summary>A new address; the one before works no longer. Returns its secret, which is shown once and kept nowhere.</summary>
    public async Task<string> MakeAsync(CurrentMember member, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            await RevokeAsync(member, cancel);
            var now = clock.GetUtcNow();
            string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
            db.Add(new CalendarFeed { Id = CalendarFeedId.New(now), ProgrammeId = member.ProgrammeId, Subject = member.Subject, SecretDigest = DigestOf(secret), MadeAt = now });
            try
            {
                await db.SaveChangesAsync(cancel);
                return secret;
            }
            catch (DbUpdateException exception) when (db.IsDuplicate(exception) && attempt < MostTries)
            {
                // Made in another window at this moment: the later one is the one that works.
                db.ChangeTracker.Clear();
            }
        }
    }

    public async Task RevokeAsync(CurrentMember member, CancellationToken cancel)
    {
        if (await FindAsync(member, cancel) is not { } feed)
            return;
        feed.RevokedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>None for an address that nobody made, that was revoked, or whose person is in none of the programme's courses any more.</summary>
    internal async Task<CalendarFeed?> OfSecretAsync(string secret, CancellationToken cancel)
    {
        byte[] digest = DigestOf(secret);
        return await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(feed => feed.SecretDigest == digest && feed.RevokedAt == null
            && db.Members.Any(member => member.Subject == feed.Subject && member.IsActive && db.Courses.Any(course => course.Id == member.CourseId && course.ProgrammeId == feed.ProgrammeId)), cancel);
    }

    private static byte[] DigestOf(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
