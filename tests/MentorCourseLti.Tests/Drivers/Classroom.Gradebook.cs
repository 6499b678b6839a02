using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Rosters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>The course on our side of the wire: what the database has of it, and its grades on their way.</summary>
public sealed partial class Classroom
{
    private readonly Dictionary<string, int> attempts = new(StringComparer.Ordinal);

    /// <summary>An activity with a column, and mentors who have opened it once.</summary>
    public async Task<Guid> IsReady(params Person[] mentors)
    {
        var activity = await this.IsSetUp();
        foreach (var mentor in mentors)
            await mentor.OpensLink(Link);
        await RosterIsRead();
        return activity;
    }

    /// <summary>A new course's roster is read behind its first launch: that must not meet the story's troubles in a delivery's place.</summary>
    public async Task RosterIsRead()
    {
        var id = await FindId();
        await Eventually.Is(
            async () => !Tool.Services.GetRequiredService<RosterWishes>().IsPending(id) && await Tool.AskAsync(db => db.Courses.AnyAsync(course => course.Id == id && (course.RosterTriedAt != null || course.MembershipsUrl == null))),
            "the roster is read");
    }

    public Task<CourseId> FindId()
    {
        string issuer = Lms.Address.GetLeftPart(UriPartial.Authority);
        return Tool.AskAsync(db => db.Courses
            .Where(course => course.ContextId == Course.Id && db.Platforms.Any(platform => platform.Id == course.PlatformId && platform.Issuer == issuer))
            .Select(course => course.Id).SingleAsync());
    }

    public async Task<Member> MemberOf(Person person)
    {
        var id = await FindId();
        return await Tool.AskAsync(db => db.Members.AsNoTracking().SingleAsync(member => member.Subject == person.Id && member.CourseId == id));
    }

    /// <summary>Lets all visits of the course run out.</summary>
    public async Task EndVisits()
    {
        var (id, now) = (await FindId(), TimeProvider.System.GetUtcNow());
        await Tool.AskAsync(db => db.Visits.Where(visit => db.Members.Any(member => member.Id == visit.MemberId && member.CourseId == id))
            .ExecuteUpdateAsync(set => set.SetProperty(visit => visit.ExpiresAt, now.AddSeconds(-1))));
    }

    /// <summary>Makes the launches of all visits two minutes old.</summary>
    public async Task AgeVisits()
    {
        var (id, then) = (await FindId(), TimeProvider.System.GetUtcNow().AddMinutes(-2));
        await Tool.AskAsync(db => db.Visits.Where(visit => db.Members.Any(member => member.Id == visit.MemberId && member.CourseId == id))
            .ExecuteUpdateAsync(set => set.SetProperty(visit => visit.StartedAt, then)));
    }

    /// <summary>Lets the course's deliveries rest, as after an LMS's trouble; for no time at all, wakes them.</summary>
    public async Task Rests(TimeSpan length)
    {
        var (id, until) = (await FindId(), TimeProvider.System.GetUtcNow() + length);
        // Whoever holds the lane writes its rest when letting go of it, over ours.
        while (await Tool.AskAsync(db => db.Lanes.Where(lane => lane.CourseId == id && lane.LeasedBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(lane => lane.NotBefore, until))) == 0)
            await Task.Delay(20);
        Tool.Services.GetRequiredService<DeliveryBell>().Ring();
    }

    /// <summary>What a release leaves in the outbox, as if some time ago. No score: news of a hand-in.</summary>
    public async Task Wants(Person person, decimal? score, string comment = "", bool newAttempt = false, TimeSpan ago = default)
    {
        if (newAttempt || !attempts.ContainsKey(person.Id))
            attempts[person.Id] = attempts.GetValueOrDefault(person.Id) + 1;
        var member = await MemberOf(person);
        await using var scope = Tool.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<GradeOutbox>();
        var activity = await db.Activities.OrderBy(activity => activity.CreatedAt).FirstAsync(activity => activity.CourseId == member.CourseId);
        var now = TimeProvider.System.GetUtcNow() - ago;
        await outbox.WantAsync(activity, member, new GradeNews(score, activity.Points, comment, now.AddMinutes(-1), attempts[person.Id], now), CancellationToken.None);
        await db.SaveChangesAsync();
        outbox.RingAfterCommit();
    }

    public async Task<GradeDelivery?> FindDelivery(Person person)
    {
        var member = await MemberOf(person);
        return await Tool.AskAsync(db => db.Deliveries.AsNoTracking().SingleOrDefaultAsync(delivery => delivery.MemberId == member.Id));
    }

    public async Task<IReadOnlyList<DeliveryReceipt>> ReceiptsOf(Person person)
    {
        var delivery = (await FindDelivery(person))!;
        return await Tool.AskAsync(db => db.Receipts.AsNoTracking().Where(receipt => receipt.DeliveryId == delivery.Id).OrderBy(receipt => receipt.Id).ToListAsync());
    }

    /// <summary>Waits until the delivery has come to an end, good or bad.</summary>
    public async Task<GradeDelivery> Settles(Person person)
    {
        // The lane too: it reads the column back before it lets go, and must not meet the next story's troubles.
        var id = await FindId();
        GradeDelivery? delivery = null;
        await Eventually.Is(
            async () => (delivery = await FindDelivery(person)) is { State: not DeliveryState.Waiting }
                && await Tool.AskAsync(db => db.Lanes.AnyAsync(lane => lane.CourseId == id && lane.LeasedBy == null)),
            $"the grade of {person.Id} settles");
        return (await FindDelivery(person))!;
    }

    /// <summary>Waits until nothing of the course is on its way, and nothing is being counted.</summary>
    public async Task Settles()
    {
        var id = await FindId();
        await Eventually.Is(
            async () => !Tool.Services.GetRequiredService<ParticipationWishes>().IsPending(id)
                && await Tool.AskAsync(db => db.Lanes.AnyAsync(lane => lane.CourseId == id && lane.LeasedBy == null))
                && !await Tool.AskAsync(db => db.Deliveries.AnyAsync(delivery => delivery.CourseId == id && delivery.State == DeliveryState.Waiting)),
            "the course settles");
    }

    /// <summary>A grade that has arrived in the LMS.</summary>
    public async Task<GradeDelivery> Delivers(Person person, decimal? score, string comment = "", bool newAttempt = false)
    {
        await Wants(person, score, comment, newAttempt);
        var delivery = await Settles(person);
        delivery.State.ShouldBe(DeliveryState.Delivered, delivery.LastAnswer.ToString());
        return delivery;
    }
}
