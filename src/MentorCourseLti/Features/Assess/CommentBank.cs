using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Assessments;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>The words that a grader keeps to use again.</summary>
public sealed class CommentBank(CourseDb db, TimeProvider clock)
{
    /// <summary>In the order of the alphabet.</summary>
    public async Task<IReadOnlyList<SavedComment>> ReadAsync(CurrentMember grader, CancellationToken cancel) =>
        [.. (await Own(grader).AsNoTracking().ToListAsync(cancel)).OrderBy(comment => comment.Text, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>What is kept already is not kept twice. False where the bank is full.</summary>
    public async Task<bool> KeepAsync(string text, CurrentMember grader, CancellationToken cancel)
    {
        var known = await ReadAsync(grader, cancel);
        if (known.Any(comment => comment.Text == text))
            return true;
        if (known.Count >= SavedComment.Most)
            return false;
        var now = clock.GetUtcNow();
        db.Add(new SavedComment { Id = SavedCommentId.New(now), ProgrammeId = grader.ProgrammeId, Grader = grader.Subject, Text = text, SavedAt = now });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    public async Task RemoveAsync(Guid id, CurrentMember grader, CancellationToken cancel)
    {
        var own = Own(grader);
        using (await db.WriteTurnAsync(cancel))
            await own.Where(comment => comment.Id == new SavedCommentId(id)).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<SavedComment> Own(CurrentMember grader)
    {
        var (programme, subject) = (grader.ProgrammeId, grader.Subject);
        return db.SavedComments.Where(comment => comment.ProgrammeId == programme && comment.Grader == subject);
    }
}
