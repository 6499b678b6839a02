using Lti.Grades;
using Lti.Services;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>
/// Reads a column back once its grades have settled, so that the receipts tell the truth: Moodle answers 200 to a
/// score that a teacher's override keeps out of the gradebook.
/// </summary>
internal sealed class ReadBack(GradeService grades, ColumnLoss loss, CourseDb db, TimeProvider clock)
{
    public async Task ReadAsync(LaneCourse course, GradeColumn column, CancellationToken cancel)
    {
        if (!course.Ags.MayReadResults || column.LineItemUrl is null || column.LostAt is not null || column.RetiredAt is not null)
            return;
        var answer = await grades.ReadResultsAsync(course.Platform, new Uri(column.LineItemUrl), userId: null, cancel);
        if (answer is ServiceAnswer<IReadOnlyList<Result>>.Refused refused && ColumnLoss.MayMeanIt(refused.Status))
            await loss.IsLostAsync(course, column, cancel);
        if (answer is not ServiceAnswer<IReadOnlyList<Result>>.Ok ok)
            return;

        var shown = new Dictionary<string, Result>(StringComparer.Ordinal);
        foreach (var result in ok.Value)
            shown[result.UserId] = result;
        await NoteAsync(column, shown, cancel);
    }

    /// <summary>Most cells show what was sent: one statement says so for all, and the few others are written singly.</summary>
    private async Task NoteAsync(GradeColumn column, Dictionary<string, Result> shown, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        db.ChangeTracker.Clear();
        var cells = await (from delivery in db.Deliveries.AsNoTracking()
                           where delivery.ColumnId == column.Id && delivery.SentScore != null
                           join member in db.Members on delivery.MemberId equals member.Id
                           select new { delivery.Id, member.Subject, Score = delivery.SentScore!.Value, OutOf = delivery.SentOutOf!.Value })
            .ToListAsync(cancel);
        using (await db.WriteTurnAsync(cancel))
        {
            await db.Deliveries.Where(delivery => delivery.ColumnId == column.Id && delivery.SentScore != null).ExecuteUpdateAsync(
                set => set
                    .SetProperty(delivery => delivery.SeenScore, delivery => delivery.SentScore)
                    .SetProperty(delivery => delivery.SeenOutOf, delivery => delivery.SentOutOf)
                    .SetProperty(delivery => delivery.SeenAt, now)
                    .SetProperty(delivery => delivery.Differs, false),
                cancel);
            foreach (var cell in cells)
            {
                var result = shown.GetValueOrDefault(cell.Subject);
                if (GradeComparison.Same(cell.Score, cell.OutOf, result?.ResultScore, result?.ResultMaximum))
                    continue;
                await db.Deliveries.Where(delivery => delivery.Id == cell.Id).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(delivery => delivery.SeenScore, result == null ? null : result.ResultScore)
                        .SetProperty(delivery => delivery.SeenOutOf, result == null ? null : result.ResultMaximum)
                        .SetProperty(delivery => delivery.Differs, true),
                    cancel);
            }
        }
    }
}
