using MentorCourseLti.Data;
using MentorCourseLti.Data.Prepared;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>A mentor's own reflection: to write, to read after handing in, to read with feedback.</summary>
public sealed class WriteModel(
    CourseDb db, IPreparedSql sql, DraftDesk drafts, HandInDesk handIns, AttachmentDesk attachments, FeedbackDesk feedbacks, TimeProvider clock, IStringLocalizer<WriteModel> text) : MemberPage
{
    public OpenReflection Reflection { get; private set; } = null!;

    public Assessment? Feedback { get; private set; }

    /// <summary>What its mentor makes of it, as it is stored.</summary>
    public FeedbackAnswer? Answer { get; private set; }

    /// <summary>Where it can be taken up.</summary>
    public IReadOnlyList<LaterReflection> Later { get; private set; } = [];

    /// <summary>The answer as it was typed, where it could not be kept.</summary>
    public string? UnkeptAnswer { get; private set; }

    public string? AnswerError { get; private set; }

    /// <summary>Earlier feedback that the mentor takes up here.</summary>
    public IReadOnlyList<TakenUp> TakenUp { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>What the editor shows: the draft, or what was typed and could not be saved.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The draft's version that the text is based on.</summary>
    public int Version { get; private set; }

    /// <summary>The other text, where another tab saved one meanwhile.</summary>
    public string? SavedElsewhere { get; private set; }

    public string? Error { get; private set; }

    /// <summary>The page shows a text that was typed and is not stored.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>What the activity gives to read.</summary>
    public IReadOnlyList<Attachment> Instructions { get; private set; } = [];

    /// <summary>What goes with the draft, or was handed in.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Why the last file was not added.</summary>
    public AttachmentProblem? FileProblem { get; private set; }

    public bool MayAttach => attachments.IsOffered || Files.Count > 0;

    public FilesToChange FilesToChange => attachments.ToChange(Files, FileProblem);

    /// <summary>Under which the browser keeps a text until it is saved.</summary>
    public string DraftKey => $"{Member.PersonKey}:{Reflection.Activity.Id}";

    public bool MayTakeBack => Reflection.State is WorkState.HandedIn && Member.MayWrite
        && (Reflection.Current?.FirstHandedInAt is null ? !Reflection.Terms.IsClosed(Now) : Reflection.Terms.MayResubmit(Now));

    /// <summary>Graded, and to be worked over as long as the rule allows.</summary>
    public bool MayWriteAgain => Reflection.State is WorkState.Graded && Member.MayWrite && Reflection.Terms.MayResubmit(Now);

    /// <summary>The author has chosen to work over what was graded.</summary>
    [BindProperty(SupportsGet = true, Name = "again")]
    public bool WritesAgain { get; set; }

    /// <summary>What was said of the attempt before the one that stands.</summary>
    public Assessment? EarlierFeedback { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, AttachmentProblem? file, CancellationToken cancel)
    {
        FileProblem = file;
        if (Member.Supervises && !Member.MayHandIn)
            return RedirectToPage("/Assess/Index", new { id });
        if (!await ReadAsync(id, cancel))
            return NotFound();
        (Text, Version) = (Reflection.Draft?.Text ?? "", Reflection.Draft?.Version ?? 0);
        return Page();
    }

    /// <summary>The mentor answers the feedback, and says where it is taken up.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(Guid id, string? answer, Guid? takenUpIn, int answerVersion, CancellationToken cancel)
    {
        if (!Member.MayWrite || !await ReadAsync(id, cancel) || Answer is null)
            return NotFound();
        string words = PlainText.Lines(answer).Trim();
        var chosen = Later.FirstOrDefault(one => one.Id.Value == takenUpIn)?.Id;
        AnswerError = words.Length > FeedbackAnswer.LongestText ? text["Answer.TooLong", FeedbackAnswer.LongestText]
            : await feedbacks.SayAsync(Answer, words, chosen, answerVersion, cancel) ? null : text["Answer.Elsewhere"].Value;
        if (AnswerError is null)
            return RedirectToPage(null, null, new { id }, "answer");
        UnkeptAnswer = answer;
        // Where another tab was first, its answer is the newer now.
        Answer = await feedbacks.FindAsync(Feedback!, cancel);
        return Page();
    }

    /// <summary>The draft saves itself here; the answer is for the script.</summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, [FromForm(Name = "Text"), BindRequired] string? written, [FromForm(Name = "Version")] int version, CancellationToken cancel)
    {
        if (!Member.MayHandIn)
            return NotFound();
        // A form without its text is not an empty text.
        if (!ModelState.IsValid)
            return BadRequest();
        return await drafts.SaveAsync(id, Member, written, version, cancel) switch
        {
            null => NotFound(),
            DraftResult.Saved saved => new JsonResult(new { version = saved.Version, savedAt = saved.At.UtcDateTime, savedAtText = Time.Clock(saved.At), words = saved.Words }),
            DraftResult.ChangedElsewhere other => new JsonResult(new { version = other.Version, text = other.Text }) { StatusCode = StatusCodes.Status409Conflict },
            var refused => new JsonResult(new { error = Say(refused) }) { StatusCode = StatusCodes.Status422UnprocessableEntity },
        };
    }

    /// <summary>Without script: saves and stays.</summary>
    public Task<IActionResult> OnPostSaveAsync(Guid id, [FromForm(Name = "Text"), BindRequired] string? written, [FromForm(Name = "Version")] int version, CancellationToken cancel) =>
        SaveAndGoAsync(id, written, version, () => Task.FromResult<IActionResult>(RedirectToPage(new { id, again = WritesAgain ? "true" : null })), cancel);

    /// <summary>Saves and shows the text once as the grader will see it, where there is something to see.</summary>
    public Task<IActionResult> OnPostReviewAsync(Guid id, [FromForm(Name = "Text"), BindRequired] string? written, [FromForm(Name = "Version")] int version, CancellationToken cancel) =>
        SaveAndGoAsync(id, written, version, () => ReviewAsync(id, written, cancel), cancel);

    /// <summary>Adds a file, or removes one. The script asks for the list alone; without it the form brings the text, which is saved first.</summary>
    public async Task<IActionResult> OnPostFilesAsync(
        Guid id, IFormFile? file, Guid? remove, bool part, [FromForm(Name = "Text"), BindRequired] string? written, [FromForm(Name = "Version")] int version, CancellationToken cancel)
    {
        if (!Member.MayHandIn || !await ReadAsync(id, cancel))
            return NotFound();
        if (!part)
            return await SaveAndGoAsync(id, written, version, async () => RedirectToPage(new { id, file = await ChangeFilesAsync(file, remove, cancel) }), cancel);
        FileProblem = await ChangeFilesAsync(file, remove, cancel);
        await ReadFilesAsync(cancel);
        return Partial("/Features/Files/_FilesToChange.cshtml", FilesToChange);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.MayHandIn || await handIns.TakeBackAsync(id, Member, cancel) is not { } result)
            return NotFound();
        if (result is TakeBackResult.TakenBack or TakeBackResult.NothingHandedIn)
            return RedirectToPage(new { id });

        Error = text[$"TakeBack.{result}"];
        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<IActionResult> ReviewAsync(Guid id, string? written, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(written))
            return RedirectToPage("HandIn", new { id });
        if (!await ReadAsync(id, cancel))
            return NotFound();
        if (Files.Count > 0)
            return RedirectToPage("HandIn", new { id });
        (Error, Text, Version) = (text["Empty"], written ?? "", Reflection.Draft?.Version ?? 0);
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult> SaveAndGoAsync(Guid id, string? written, int version, Func<Task<IActionResult>> go, CancellationToken cancel)
    {
        if (!Member.MayHandIn)
            return NotFound();
        if (!ModelState.IsValid)
            return BadRequest();
        var result = await drafts.SaveAsync(id, Member, written, version, cancel);
        if (result is DraftResult.Saved)
            return await go();

        if (result is null || !await ReadAsync(id, cancel))
            return NotFound();
        (Text, Version, IsUnsaved) = (written ?? "", version, true);
        if (result is DraftResult.ChangedElsewhere other)
            (SavedElsewhere, Version) = (other.Text, other.Version);
        else
            Error = Say(result);
        return Page();
    }

    private Task<AttachmentProblem?> ChangeFilesAsync(IFormFile? file, Guid? remove, CancellationToken cancel) =>
        attachments.ChangeDraftAsync(Reflection.Activity, Member.Id, file, remove, cancel);

    private string Say(DraftResult refused) => refused switch
    {
        DraftResult.TooLong tooLong => text["TooLong", tooLong.Characters, Submission.LongestText],
        DraftResult.AlreadyHandedIn => text["AlreadyHandedIn"],
        DraftResult.NotOpen => text["NotOpen"],
        _ => text["ClosedMeanwhile"],
    };

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        if (await OpenReflection.FindAsync(sql, id, Member.CourseId, Member.Id, cancel) is not { } found)
            return false;
        Reflection = found;
        // The released assessment of the attempt that stands.
        FeedbackAnswer? answered = null;
        if (found.Current is { GradedAt: not null, Id: var graded })
        {
            (Feedback, answered) = await (from assessment in db.Assessments
                                          where assessment.AttemptId == graded && assessment.ReleasedAt != null
                                          join answer in db.FeedbackAnswers on assessment.Id equals answer.AssessmentId into answers
                                          from answer in answers.DefaultIfEmpty()
                                          select new ValueTuple<Assessment, FeedbackAnswer?>(assessment, answer)).FirstOrDefaultAsync(cancel);
        }
        else if (found.Current is { Number: > 1, FirstHandedInAt: not null, SubmissionId: var submission })
            EarlierFeedback = await (from attempt in db.Attempts
                                     where attempt.SubmissionId == submission && attempt.GradedAt != null
                                     join assessment in db.Assessments.AsNoTracking() on attempt.Id equals assessment.AttemptId
                                     where assessment.ReleasedAt != null
                                     orderby attempt.Number descending
                                     select assessment).FirstOrDefaultAsync(cancel);
        if (Feedback is { } released && Member.MayWrite)
        {
            Answer = await feedbacks.ReadAsync(released, answered, cancel);
            Later = await feedbacks.LaterAsync(found.Activity, Member.Id, Answer.TakenUpIn, cancel);
        }

        if (found is { Current: null, TakesUp: true })
            TakenUp = await Shared.TakenUp.InAsync(db, found.Activity.Id, Member.Id, db.Activities, cancel);
        WritesAgain &= MayWriteAgain;
        if (found.HasFiles)
            await ReadFilesAsync(cancel);
        return true;
    }

    private async Task ReadFilesAsync(CancellationToken cancel)
    {
        Instructions = await attachments.OfInstructionsAsync(Reflection.Activity.Id, cancel);
        Files = Reflection switch
        {
            { Current: { } attempt } when !WritesAgain => await attachments.OfAttemptAsync(attempt, cancel),
            _ => await attachments.OfDraftAsync(Reflection.Activity.Id, Member.Id, cancel),
        };
    }
}
