using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Audit;

/// <summary>Reads what was noted in a course, newest first, a page at a time.</summary>
public sealed class AuditDesk(CourseDb db)
{
    private const int PageSize = 100;

    public async Task<AuditPage> ReadAsync(CourseId course, AuditFilter filter, CancellationToken cancel)
    {
        var noted = Of(course, filter);
        var rows = await (from entry in noted
                          join mentor in db.Members on entry.MentorId equals (MemberId?)mentor.Id into mentors
                          from mentor in mentors.DefaultIfEmpty()
                          join activity in db.Activities on entry.ActivityId equals (ActivityId?)activity.Id into activities
                          from activity in activities.DefaultIfEmpty()
                          orderby entry.Id descending
                          select new AuditRow(entry, mentor.Name, activity.Title)).Take(PageSize + 1).ToListAsync(cancel);
        return new AuditPage([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Entry.Id : null);
    }

    /// <summary>What can be asked for: who did something here, those whose work it may be about, and the activities.</summary>
    public async Task<AuditChoices> ChoicesAsync(CourseId course, CancellationToken cancel)
    {
        var people = await db.Members.Where(member => member.CourseId == course && db.AuditEntries.Any(entry => entry.CourseId == course && entry.ActorId == member.Id))
            .OrderBy(member => member.Name).Select(member => new AuditChoice(member.Id.Value, member.Name)).ToListAsync(cancel);
        var mentors = await db.Members.WhoMentor().Where(member => member.CourseId == course)
            .OrderBy(member => member.Name).ThenBy(member => member.Subject).Select(member => new AuditChoice(member.Id.Value, member.Name)).ToListAsync(cancel);
        var activities = await db.Activities.Where(activity => activity.CourseId == course).InOrder()
            .Select(activity => new AuditChoice(activity.Id.Value, activity.Title)).ToListAsync(cancel);
        return new AuditChoices(people, mentors, activities);
    }

    private IQueryable<AuditEntry> Of(CourseId course, AuditFilter filter)
    {
        var noted = db.AuditEntries.AsNoTracking().Where(entry => entry.CourseId == course);
        if (filter.Before is { } before)
            noted = noted.Where(entry => entry.Id < before);
        if (filter.Who is { } who)
            noted = noted.Where(entry => entry.ActorId == new MemberId(who));
        if (filter.Act is { } act)
            noted = noted.Where(entry => entry.Act == act);
        if (filter.Mentor is { } mentor)
            noted = noted.Where(entry => entry.MentorId == new MemberId(mentor));
        return filter.Activity is { } activity ? noted.Where(entry => entry.ActivityId == new ActivityId(activity)) : noted;
    }
}

/// <param name="Before">Only what was noted before that entry.</param>
public sealed record AuditFilter(Guid? Who, AuditAct? Act, Guid? Mentor, Guid? Activity, long? Before);

/// <param name="Older">The entry before which older ones are; none where there are none.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Older);

/// <param name="Mentor">What they are called now.</param>
public sealed record AuditRow(AuditEntry Entry, string? Mentor, string? Activity);

public sealed record AuditChoices(IReadOnlyList<AuditChoice> People, IReadOnlyList<AuditChoice> Mentors, IReadOnlyList<AuditChoice> Activities);

public sealed record AuditChoice(Guid Id, string? Name);
