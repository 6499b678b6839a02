using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>
/// Where a page leaves a grade for the gradebook. It only adds to the unit of work: the caller's SaveChanges writes the
/// assessment and the delivery in one transaction, and the caller rings the bell afterwards.
/// </summary>
public sealed class GradeOutbox(CourseDb db, DeliveryBell bell, ParticipationWishes participations)
{
    private readonly HashSet<CourseId> changed = [];

    /// <summary>Says whether there is a gradebook column for it to go to.</summary>
    public async Task<bool> WantAsync(Activity activity, Member member, GradeNews news, CancellationToken cancel) =>
        (await WantAsync(activity, [(member, news)], onlyNews: false, cancel)).HasColumn;

    /// <summary>Many at once cost no more statements than one.</summary>
    public Task WantAllAsync(Activity activity, IReadOnlyCollection<(Member Member, GradeNews News)> grades, CancellationToken cancel) =>
        WantAsync(activity, grades, onlyNews: false, cancel);

    /// <summary>The same for what is counted again and again: a column that was told so already is left alone. Says whether any was not.</summary>
    public async Task<bool> WantNewsAsync(Activity activity, IReadOnlyCollection<(Member Member, GradeNews News)> grades, CancellationToken cancel) =>
        (await WantAsync(activity, grades, onlyNews: true, cancel)).HasNews;

    /// <summary>A grade is released no longer, and no other counts: gradebooks that have it should lose it.</summary>
    public async Task TakeBackAsync(Activity activity, Member member, GradeNews handedIn, CancellationToken cancel)
    {
        Changed(activity.CourseId);
        foreach (var delivery in await db.Deliveries.Where(delivery => delivery.CourseId == activity.CourseId && delivery.MemberId == member.Id && delivery.ActivityId == activity.Id).ToListAsync(cancel))
        {
            delivery.TakeBack(handedIn);
            Enqueue(delivery);
        }
    }

    /// <summary>A column that is new: what was handed in and graded before there was one is on its way to it now.</summary>
    public Task CatchUpAsync(GradeColumn column, DateTimeOffset now, CancellationToken cancel) => CatchUpAsync(column, [], now, cancel);

    /// <summary>A retired column that is its activity's again: meanwhile another's grades may have stood in it, and news did not reach it.</summary>
    public async Task ReviveAsync(GradeColumn column, DateTimeOffset now, CancellationToken cancel)
    {
        column.RetiredAt = null;
        var known = await db.Deliveries.Where(one => one.ColumnId == column.Id).ToListAsync(cancel);
        // What a person typed into the gradebook stays, as ever.
        foreach (var delivery in known.Where(one => one.LastAnswer is not DeliveryAnswer.ChangedByHand))
            SendAgain(delivery, now);
        await CatchUpAsync(column, known, now, cancel);
    }

    /// <summary>A column whose address is known, or known again: what was given up for want of it is tried again.</summary>
    public async Task TryAgainAsync(GradeColumn column, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var delivery in await db.Deliveries.Where(one => one.ColumnId == column.Id && one.State == DeliveryState.NeedsLook && (one.LastAnswer == DeliveryAnswer.NoColumn || one.LastAnswer == DeliveryAnswer.ColumnGone)).ToListAsync(cancel))
            SendAgain(delivery, now);
    }

    /// <summary>A column in which nothing stands yet, in place of one that had it all.</summary>
    public async Task SendAllAnewAsync(GradeColumn column, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var delivery in await db.Deliveries.Where(one => one.ColumnId == column.Id).ToListAsync(cancel))
        {
            delivery.StartAnew(now);
            Enqueue(delivery);
        }
    }

    /// <summary>Has the activity's lost columns made again, with every grade that stood in them. False where none is lost.</summary>
    public async Task<bool> MakeAgainAsync(ActivityId activity, DateTimeOffset now, CancellationToken cancel)
    {
        var lost = await db.GradeColumns.Where(column => column.ActivityId == activity && column.LostAt != null && column.RetiredAt == null).ToListAsync(cancel);
        foreach (var column in lost)
        {
            column.MakeAgain();
            // It is made as the activity says: what could not be changed in the lost one is done with that.
            (await db.ColumnChanges.FindAsync([column.Id], cancel))?.Want(now);
            await SendAllAnewAsync(column, now, cancel);
        }

        return lost.Count > 0;
    }

    /// <summary>The activity's columns should say what it says now.</summary>
    public async Task ChangeColumnsAsync(Activity activity, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var column in await db.GradeColumns.ThatStand().Where(column => column.ActivityId == activity.Id).ToListAsync(cancel))
        {
            var change = await db.ColumnChanges.FindAsync([column.Id], cancel);
            if (change is null)
                db.Add(change = new ColumnChange { ColumnId = column.Id, CourseId = column.CourseId });
            change.Want(now);
        }
    }

    public void SendAgain(GradeDelivery delivery, DateTimeOffset now)
    {
        delivery.SendAgain(now);
        Enqueue(delivery);
    }

    /// <summary>Something that a participation grade may count has changed.</summary>
    public void Changed(CourseId course) => changed.Add(course);

    public void RingAfterCommit()
    {
        bell.Ring();
        foreach (var course in changed)
            participations.Ask(course);
        changed.Clear();
    }

    private async Task<(bool HasColumn, bool HasNews)> WantAsync(
        Activity activity, IReadOnlyCollection<(Member Member, GradeNews News)> grades, bool onlyNews, CancellationToken cancel)
    {
        if (activity.Kind is not ActivityKind.Participation)
            Changed(activity.CourseId);
        // Student View's test user tries everything and counts nowhere.
        var wanted = grades.Where(grade => !grade.Member.IsTestUser).ToDictionary(grade => grade.Member.Id, grade => grade.News);
        if (wanted.Count == 0)
            return (false, false);

        var members = wanted.Keys.ToList();
        var columns = await db.GradeColumns.Where(column => column.ActivityId == activity.Id && column.RetiredAt == null).ToListAsync(cancel);
        if (columns.Count == 0)
            return (false, false);
        var ids = columns.ConvertAll(column => column.Id);
        var cells = await db.Deliveries.Where(delivery => ids.Contains(delivery.ColumnId) && members.Contains(delivery.MemberId))
            .ToDictionaryAsync(delivery => (delivery.ColumnId, delivery.MemberId), cancel);
        bool hasNews = false;
        foreach (var column in columns)
        {
            foreach (var (member, news) in wanted)
            {
                var delivery = cells.GetValueOrDefault((column.Id, member));
                if (onlyNews && delivery?.Says(news) is true)
                    continue;
                hasNews = true;
                if (delivery is null)
                    db.Add(delivery = GradeDelivery.For(column, member, news.ChangedAt));
                delivery.Want(news);
                Enqueue(delivery);
            }
        }

        return (true, hasNews);
    }

    private async Task CatchUpAsync(GradeColumn column, IReadOnlyList<GradeDelivery> known, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Activities.FindAsync([column.ActivityId], cancel) is not { } activity)
            return;
        if (activity.Kind is ActivityKind.Participation)
        {
            Changed(activity.CourseId);
            return;
        }

        var cells = known.ToDictionary(delivery => delivery.MemberId);
        foreach (var (member, news) in activity.Kind is ActivityKind.MentoringLog ? await HoursOfAsync(activity, now, cancel) : await WorkOfAsync(activity, now, cancel))
        {
            if (!cells.TryGetValue(member, out var delivery))
                db.Add(delivery = GradeDelivery.For(column, member, now));
            else if (delivery.Says(news))
                continue;
            delivery.Want(news);
            Enqueue(delivery);
        }
    }

    /// <summary>
    /// Writes the state even where it was "waiting" when we read it: the deliverer may settle the row meanwhile, and an
    /// update without the state would leave the new version marked as delivered.
    /// </summary>
    private void Enqueue(GradeDelivery delivery)
    {
        var entry = db.Entry(delivery);
        if (entry.State is not EntityState.Modified)
            return;
        entry.Property(row => row.State).IsModified = true;
        entry.Property(row => row.Tries).IsModified = true;
        entry.Property(row => row.NextTryAt).IsModified = true;
    }

    private async Task<List<(MemberId, GradeNews)>> WorkOfAsync(Activity activity, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await (from submission in db.Submissions
                          where submission.ActivityId == activity.Id
                          join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                          where attempt.SetAsideAt == null || attempt.GradedAt != null
                          join assessment in db.Assessments.Where(one => one.ReleasedAt != null) on attempt.Id equals assessment.AttemptId into released
                          from assessment in released.DefaultIfEmpty()
                          join member in db.Members on submission.MemberId equals member.Id
                          where !member.IsTestUser
                          select new { member.Id, attempt, assessment }).AsNoTracking().ToListAsync(cancel);
        // The newest grade counts; work that has none yet was handed in.
        return [.. rows.GroupBy(row => row.Id).Select(own => own.MaxBy(row => (row.assessment is not null, row.attempt.Number))!)
            .Select(row => (row.Id, row.assessment is null ? GradeNews.Of(row.attempt, activity) : GradeNews.Of(row.assessment, row.attempt, now)))];
    }

    private async Task<List<(MemberId, GradeNews)>> HoursOfAsync(Activity log, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await (from entry in db.LogEntries
                          where entry.ActivityId == log.Id && entry.State == EntryState.Approved
                          join member in db.Members on entry.MemberId equals member.Id
                          where !member.IsTestUser
                          group entry by member.Id into own
                          select new { own.Key, Minutes = own.Sum(entry => entry.Minutes), LoggedAt = own.Max(entry => entry.LoggedAt) }).ToListAsync(cancel);
        return rows.ConvertAll(row => (row.Key, GradeNews.Of(new Hours(row.Minutes, WaitingMinutes: 0, log.GoalHours ?? 0), log, row.LoggedAt, now)));
    }
}
