using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Links;
using MentorCourseLti.Features.Rules;
using MentorCourseLti.Internship.Activities;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Standings;

/// <summary>A new participation grade, for a link or for later; or changes to one that exists.</summary>
public sealed class EditModel(
    CourseDb db, ActivityDesk desk, SettingChanges changes, LinkSetUp setUp, AttachmentDesk attachments, GradeOutbox outbox, ParticipationGrades grades, RuleWords words, IValidator<StandingForm> validator, IStringLocalizer<EditModel> text)
    : ActivityEditPage<StandingForm>(db, desk, changes, attachments, outbox, validator)
{
    private const int UsualNeeded = 5;
    private const int UsualSessions = 10;
    private const decimal UsualPoints = 10;

    protected override ActivityKind Kind => ActivityKind.Participation;

    protected override string Next => "Review";

    protected override async Task<StandingForm> FillAsync(CancellationToken cancel)
    {
        if (Activity is not { } known)
        {
            return new StandingForm
            {
                Title = (await setUp.FindAsync(LinkId, Member.CourseId, cancel))?.Title ?? text["DefaultTitle"],
                Prompt = text["DefaultPrompt"],
                HandedInNeeded = UsualNeeded,
                HandedInPoints = UsualPoints,
                SessionsNeeded = UsualSessions,
                SessionsPoints = UsualPoints,
            };
        }

        var form = new StandingForm { Title = known.Title, Prompt = known.Prompt, Points = known.Set.Points, Window = WindowForm.Of(known.Set, Time) };
        if (known.Participation is { } participation)
            form.Fill(participation);
        return form;
    }

    // What it counts is what its parts count together.
    protected override void Complete()
    {
        var participation = Form.ToParticipation();
        // Of parts that cannot be there is no sum; what is wrong with them is said beside their fields.
        Form.Points = participation.Problems().Count == 0 ? participation.Points : 1;
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Points)}");
    }

    protected override async Task<IReadOnlyList<SettingChange>> MoreChangesAsync(Activity activity, CancellationToken cancel)
    {
        var participation = Form.ToParticipation();
        var moves = await grades.PreviewAsync(activity, participation, activity.Lms?.Points ?? participation.Points, cancel);
        return moves.Count == 0 ? [] : [new SettingChange(SettingChangeKind.GradesByRule, words.Of(moves), Count: moves.Count)];
    }

    protected override async Task SaveAsync(Activity activity, ActivityTerms terms, CancellationToken cancel)
    {
        activity.Participation = Form.ToParticipation();
        await Desk.ApplyAsync(activity, Settings(terms), cancel);
    }
}
