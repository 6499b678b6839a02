using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Terms;

/// <summary>Sets up terms, moves their weeks, and says what a course's term is as a plan.</summary>
public sealed class TermDesk(CourseDb db, ActivityDesk activities, SlotPlanner slots, GradeOutbox outbox, GradeRecount recount, TimeProvider clock)
{
    public Task<Term?> FindAsync(CourseId course, CancellationToken cancel) => db.Terms.FirstOrDefaultAsync(term => term.CourseId == course, cancel);

    /// <summary>Courses of the same person whose activities can be taken over, the newest first.</summary>
    public async Task<IReadOnlyList<TermSource>> SourcesAsync(CurrentMember member, CancellationToken cancel) => await (
        from course in db.TaughtElsewhere(member)
        where db.Activities.Any(activity => activity.CourseId == course.Id)
        orderby course.Id descending
        select new TermSource(course.Id.Value, course.Title, course.ArchivedAt)).ToListAsync(cancel);

    /// <summary>A course's activities by the weeks of its term; without a term, by the weeks from its first date on.</summary>
    public async Task<TermPlan> PlanOfAsync(CourseId id, CancellationToken cancel)
    {
        var course = await db.Courses.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        var own = await db.Activities.AsNoTracking().Where(activity => activity.CourseId == id).InOrder().ToListAsync(cancel);
        var rubrics = await db.Rubrics.AsNoTracking().Where(rubric => rubric.CourseId == id).ToDictionaryAsync(rubric => rubric.Id, cancel);
        var zone = new CourseTime(course.TimeZone);
        var calendar = (await FindAsync(id, cancel))?.Calendar ?? CalendarOf(own, zone);
        return new TermPlan(calendar.Weeks, [.. own.Select(activity => WorkOf(activity, activity.RubricId is { } rubric ? rubrics[rubric] : null, activity.Place ?? PlaceOf(activity, calendar, zone)))]);
    }

    /// <summary>Makes the term with its activities and their rubrics, or moves the course's term and adds to it. All of it, or nothing.</summary>
    public async Task<bool> SetUpAsync(CurrentMember member, TermCalendar calendar, IEnumerable<TermWork> works, DayOfWeek day, TimeOnly at, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(member.CourseId, cancel) is not null)
            return false;
        db.Add(new Term { CourseId = member.CourseId, Calendar = calendar });
        var zone = new CourseTime(member.TimeZone).Zone;
        foreach (var (index, work) in works.Index())
        {
            var rubric = work.Criteria.Count == 0 ? null : new Rubric { Id = RubricId.New(now), CourseId = member.CourseId, Title = work.RubricTitle, Criteria = work.Criteria };
            if (rubric is not null)
                db.Add(rubric);
            var place = work.Week is { } week ? new WeekPlace(week, work.Day ?? day, work.At ?? at) : null;
            db.Add(new Activity
            {
                Id = ActivityId.New(now),
                CourseId = member.CourseId,
                Kind = work.Kind,
                Title = work.Title,
                Prompt = work.Prompt,
                Points = work.Points,
                RubricId = rubric?.Id,
                GoalHours = work.GoalHours,
                LeadersGrade = work.LeadersGrade,
                IsAnonymous = work.IsAnonymous,
                AsksSelfAssessment = work.AsksSelfAssessment,
                Late = work.Late,
                Participation = work.Participation,
                Place = place,
                DueAt = place is null ? null : calendar.At(place, zone),
                CreatedAt = now.AddMilliseconds(index),
            });
        }

        // Pressed twice, or two instructors at once: the term is there.
        if (!await db.TrySaveAsync(cancel))
            return false;

        outbox.Changed(member.CourseId);
        outbox.RingAfterCommit();
        await slots.ReplanAndSaveAsync(member.ProgrammeId, cancel);
        return true;
    }

    /// <summary>What another calendar would change, before it does.</summary>
    public async Task<IReadOnlyList<TermMove>> MovesAsync(CurrentMember member, TermCalendar calendar, CancellationToken cancel)
    {
        var zone = new CourseTime(member.TimeZone).Zone;
        var moves = new List<TermMove>();
        foreach (var activity in (await PlacedAsync(member.CourseId, cancel)).Where(activity => calendar.Has(activity.Place!.Week)))
        {
            var due = calendar.At(activity.Place!, zone);
            if (due == activity.Set.DueAt)
                continue;
            bool lmsWins = activity.Lms?.DueAt is not null;
            var grades = activity.Late is null || lmsWins ? [] : await recount.PreviewAsync(activity, activity.Counting, due, cancel);
            moves.Add(new TermMove(activity.Title, activity.Set.DueAt, due, lmsWins, grades));
        }

        return moves;
    }

    /// <summary>Stands for a calendar with what it moves: whoever confirms it has seen this and nothing else.</summary>
    public static string DigestOf(TermCalendar calendar, IReadOnlyList<TermMove> moves) => ShortDigest.Of(
        string.Join('|', moves.Select(move => $"{move.Title}{move.To:O}{string.Join(',', move.Grades)}").Prepend(JsonText.Write(calendar))));

    /// <summary>The first activity whose week another calendar would not have.</summary>
    public async Task<Activity?> FindOutsideAsync(CurrentMember member, TermCalendar calendar, CancellationToken cancel) =>
        (await PlacedAsync(member.CourseId, cancel)).Find(activity => !calendar.Has(activity.Place!.Week));

    /// <summary>Every activity with a place in a week gets the date of its week; columns and planned sessions follow. False where somebody else moved weeks meanwhile.</summary>
    public async Task<bool> ChangeAsync(CurrentMember member, Term term, int version, TermCalendar calendar, CancellationToken cancel)
    {
        if (term.Version != version)
            return false;
        bool hasOtherBreaks = !term.Calendar.Breaks.SequenceEqual(calendar.Breaks);
        term.Change(calendar);
        var zone = new CourseTime(member.TimeZone).Zone;
        foreach (var activity in await PlacedAsync(member.CourseId, cancel))
        {
            var (place, due) = (activity.Place, calendar.At(activity.Place!, zone));
            if (due == activity.Set.DueAt)
                continue;
            var set = activity.Set;
            await activities.ApplyAsync(activity, ActivitySettings.Of(activity) with { Terms = new ActivityTerms(Earlier(set.OpensAt, due), due, Later(set.ClosesAt, due), set.Points) }, cancel);
            activity.Place = place;
        }

        if (hasOtherBreaks)
            await slots.ReplanAsync(member.ProgrammeId, cancel);
        if (!await db.TrySaveAsync(cancel))
            return false;

        // What is due counts in a participation grade.
        outbox.Changed(member.CourseId);
        outbox.RingAfterCommit();
        return true;
    }

    private async Task<List<Activity>> PlacedAsync(CourseId course, CancellationToken cancel) =>
        await db.Activities.Where(activity => activity.CourseId == course && activity.Place != null).InOrder().ToListAsync(cancel);

    // It never opens after it is due, nor closes before.
    private static DateTimeOffset? Earlier(DateTimeOffset? opens, DateTimeOffset due) => opens > due ? due : opens;

    private static DateTimeOffset? Later(DateTimeOffset? closes, DateTimeOffset due) => closes < due ? due : closes;

    private static TermWork WorkOf(Activity activity, Rubric? rubric, WeekPlace? place) => new(
        activity.Kind, activity.Title, activity.Prompt, activity.Set.Points ?? activity.Points, rubric?.Title ?? "", rubric?.Criteria ?? [], activity.GoalHours, activity.LeadersGrade, activity.IsAnonymous, activity.AsksSelfAssessment,
        place?.Week, place?.Day, place?.At, activity.Late, activity.Participation);

    /// <summary>For a course that was set up by hand: as many weeks as its dates span.</summary>
    private static TermCalendar CalendarOf(IReadOnlyList<Activity> own, CourseTime time)
    {
        var days = own.Select(activity => activity.DueAt).OfType<DateTimeOffset>().Select(time.DateOf).Order().ToList();
        if (days.Count == 0)
            return new TermCalendar(new DateOnly(TermCalendar.FirstYear, 1, 3), ReadyInternship.Lengths[^1], []);
        int weeks = ((days[^1].DayNumber - days[0].DayNumber) / 7) + 2;
        return new TermCalendar(days[0], Math.Min(weeks, TermCalendar.MostWeeks), []);
    }

    private static WeekPlace? PlaceOf(Activity activity, TermCalendar calendar, CourseTime time) => activity.Set.DueAt is { } due ? calendar.PlaceOf(due, time.Zone) : null;
}

/// <summary>A course of the same person, to take activities over from.</summary>
public sealed record TermSource(Guid Id, string Title, DateTimeOffset? ArchivedAt);

/// <summary>An activity that another calendar would move, and the released grades that would come out otherwise by it.</summary>
/// <param name="LmsWins">The LMS has a date of its own for it, which goes on counting.</param>
public sealed record TermMove(string Title, DateTimeOffset? From, DateTimeOffset To, bool LmsWins, IReadOnlyList<GradeMove> Grades);
