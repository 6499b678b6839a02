using MentorCourseLti.Data;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Totals;

/// <summary>Sums the hours of a whole mentoring year, whichever of its courses they were logged in: a handful of statements, whatever the size.</summary>
public sealed class HoursDesk(CourseDb db, TimeProvider clock)
{
    /// <summary>By mentor and by group, of those whom the viewer sees.</summary>
    public async Task<(IReadOnlyList<HoursRow> Mentors, IReadOnlyList<HoursRow> Groups)> OfAsync(CurrentMember viewer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var begun = now - Session.Longest;
        var programme = viewer.ProgrammeId;
        var seen = await SubjectsAsync(viewer, cancel);
        var everybody = await (from course in db.Courses
                               where course.ProgrammeId == programme
                               join member in db.Members on course.Id equals member.CourseId
                               where !member.IsTestUser
                               orderby member.JoinedAt
                               select new { member.Id, member.Subject, member.Name, member.CourseId, member.IsActive, IsMentor = member.Role == MemberRole.Mentor || member.IsNamedLeader }).ToListAsync(cancel);
        var subjectOf = everybody.ToDictionary(member => member.Id, member => member.Subject);
        // By their ids, so that both databases find what is logged by an index on the course, however many there are.
        var courses = await db.Courses.Where(course => course.ProgrammeId == programme).Select(course => course.Id).ToListAsync(cancel);
        var goals = await db.Activities.Where(activity => activity.Kind == ActivityKind.MentoringLog && courses.Contains(activity.CourseId))
            .Select(activity => new { activity.CourseId, activity.GoalHours }).ToListAsync(cancel);
        var told = await (from entry in db.LogEntries
                          where courses.Contains(entry.CourseId)
                          group entry by new { entry.MemberId, entry.State, entry.GroupId } into own
                          select new { own.Key.MemberId, own.Key.State, own.Key.GroupId, Minutes = own.Sum(entry => entry.Minutes) }).ToListAsync(cancel);
        told.RemoveAll(one => !subjectOf.ContainsKey(one.MemberId));
        var groups = await db.Groups.AsNoTracking().Where(one => one.ProgrammeId == programme).Include(one => one.Mentors).OrderBy(one => one.Name).ToListAsync(cancel);
        var planned = await (from one in db.Groups
                             where one.ProgrammeId == programme
                             join session in db.Sessions on one.Id equals session.GroupId
                             where session.State == SessionState.Planned && session.StartsAt > begun && session.EndsAt > now
                             group session by new { session.GroupId, session.Substitute } into own
                             select new { own.Key.GroupId, own.Key.Substitute, Minutes = own.Sum(session => session.Minutes) }).ToListAsync(cancel);

        // Two mentors of one group both spend the hour, as they both log it.
        var plans = planned.Join(groups, one => one.GroupId, one => one.Id, (one, of) => (of.Id, one.Minutes, Leads: one.Substitute is { } other ? [other] : of.Mentors.Select(mentor => mentor.Subject).ToList())).ToList();
        var plannedOf = plans.SelectMany(plan => plan.Leads.Select(subject => (subject, plan.Minutes))).ToLookup(one => one.subject, one => one.Minutes, StringComparer.Ordinal);
        var plannedIn = plans.ToLookup(plan => plan.Id, plan => plan.Minutes * Math.Max(1, plan.Leads.Count));
        var toldOf = told.ToLookup(one => subjectOf[one.MemberId], one => Of(one.State, one.Minutes), StringComparer.Ordinal);
        var toldIn = told.Where(one => one.GroupId is not null).ToLookup(one => one.GroupId!.Value, one => Of(one.State, one.Minutes));
        var goalOf = goals.ToLookup(goal => goal.CourseId, goal => goal.GoalHours ?? 0);
        var mentors = from own in everybody.Where(person => person.IsMentor).GroupBy(person => person.Subject, StringComparer.Ordinal)
                      where (seen is null || seen.Contains(own.Key)) && (own.Any(person => person.IsActive) || toldOf[own.Key].Any())
                      let minutes = toldOf[own.Key].Aggregate(new MinutesByState(plannedOf[own.Key].Sum(), 0, 0, 0), (sum, one) => sum.And(one))
                      select new HoursRow(own.Last().Name, Group: null, minutes, own.Sum(person => goalOf[person.CourseId].Sum()));
        var rows = from one in groups
                   where seen is null || one.Mentors.Any(mentor => seen.Contains(mentor.Subject))
                   let minutes = toldIn[one.Id].Aggregate(new MinutesByState(plannedIn[one.Id].Sum(), 0, 0, 0), (sum, other) => sum.And(other))
                   where one.EndedAt is null || minutes != MinutesByState.None
                   select new HoursRow(one.Name, one.Id.Value, minutes, Goal: null);
        return ([.. mentors.OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)], [.. rows]);
    }

    /// <summary>None for everybody.</summary>
    private async Task<IReadOnlySet<string>?> SubjectsAsync(CurrentMember viewer, CancellationToken cancel)
    {
        if (viewer.MayAssess)
            return null;
        var (me, course) = (viewer.Id, viewer.CourseId);
        bool leads = viewer.IsLeader;
        var subjects = await db.Members.Where(member => member.CourseId == course && (member.Id == me || (leads && member.LeaderId == me))).Select(member => member.Subject).ToListAsync(cancel);
        return subjects.ToHashSet(StringComparer.Ordinal);
    }

    private static MinutesByState Of(EntryState state, int minutes) => state switch
    {
        EntryState.Approved => new MinutesByState(0, 0, minutes, 0),
        EntryState.Returned => new MinutesByState(0, 0, 0, minutes),
        _ => new MinutesByState(0, minutes, 0, 0),
    };
}
