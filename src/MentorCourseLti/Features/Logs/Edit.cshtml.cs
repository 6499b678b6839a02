using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Links;
using MentorCourseLti.Internship.Activities;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>A new mentoring log, for a link or for later; or changes to one that exists.</summary>
public sealed class EditModel(
    CourseDb db, LogReview hours, ActivityDesk desk, SettingChanges changes, LinkSetUp setUp, AttachmentDesk attachments, GradeOutbox outbox, IValidator<GoalForm> validator, IStringLocalizer<EditModel> text)
    : ActivityEditPage<GoalForm>(db, desk, changes, attachments, outbox, validator)
{
    private const decimal UsualGoal = 30;
    private const decimal UsualPoints = 100;

    protected override ActivityKind Kind => ActivityKind.MentoringLog;

    protected override string Next => "Review";

    protected override async Task<GoalForm> FillAsync(CancellationToken cancel) => Activity is { } log
        ? new GoalForm { Title = log.Title, Prompt = log.Prompt, Goal = log.GoalHours, Points = log.Set.Points, Window = WindowForm.Of(log.Set, Time) }
        : new GoalForm { Title = (await setUp.FindAsync(LinkId, Member.CourseId, cancel))?.Title ?? text["DefaultTitle"], Prompt = text["DefaultPrompt"], Goal = UsualGoal, Points = UsualPoints };

    protected override async Task SaveAsync(Activity activity, ActivityTerms terms, CancellationToken cancel)
    {
        var before = (activity.GoalHours, activity.Points);
        activity.GoalHours = Form.Goal;
        await Desk.ApplyAsync(activity, Settings(terms), cancel);
        if (Activity is not null && before != (activity.GoalHours, activity.Points))
            await hours.GradeAllAsync(activity, cancel);
    }
}
