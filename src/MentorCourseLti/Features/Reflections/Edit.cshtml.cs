using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Links;
using MentorCourseLti.Features.Rules;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>A new reflection, for a link or for later; or changes to one that exists.</summary>
public sealed class EditModel(
    CourseDb db, ActivityDesk desk, SettingChanges changes, LinkSetUp setUp, AttachmentDesk attachments, GradeOutbox outbox, IValidator<ReflectionForm> validator, TimeProvider clock, IStringLocalizer<EditModel> text)
    : ActivityEditPage<ReflectionForm>(db, desk, changes, attachments, outbox, validator)
{
    /// <summary>The rubric that a new one is begun with; none for the course's first.</summary>
    [BindProperty(SupportsGet = true, Name = "rubric")]
    public Guid? RubricId { get; set; }

    public Rubric Rubric { get; private set; } = null!;

    /// <summary>The course's rubrics to choose from.</summary>
    public IReadOnlyList<Rubric> Rubrics { get; private set; } = [];

    protected override ActivityKind Kind => ActivityKind.Reflection;

    protected override string Next => "/Assess/Index";

    protected override async Task ReadMoreAsync(CancellationToken cancel)
    {
        Rubrics = await Db.Rubrics.Where(rubric => rubric.CourseId == Member.CourseId).OrderBy(rubric => rubric.Title).ThenBy(rubric => rubric.Id).ToListAsync(cancel);
        // Its own; the course's; or the one that is ready on the first day.
        Rubric = Activity is { } activity ? Rubrics.Single(rubric => rubric.Id == activity.RubricId)
            : Rubrics.FirstOrDefault(rubric => rubric.Id.Value == RubricId) ?? Rubrics.MinBy(rubric => rubric.Id.Value) ?? ReadyRubrics.Reflection(Member.CourseId, clock.GetUtcNow());
    }

    protected override async Task<ReflectionForm> FillAsync(CancellationToken cancel) => Activity is { } activity
        ? new ReflectionForm
        {
            Title = activity.Title,
            Prompt = activity.Prompt,
            Points = activity.Set.Points,
            Window = WindowForm.Of(activity.Set, Time),
            TimeZone = Member.TimeZone,
            Rubric = Rubric.Id.Value,
            LeadersGrade = activity.LeadersGrade,
            IsAnonymous = activity.IsAnonymous,
            AsksSelfAssessment = activity.AsksSelfAssessment,
            Late = LateForm.Of(activity.Late),
            ResubmitUntil = Time.ForInput(activity.ResubmitUntil),
        }
        : new ReflectionForm
        {
            Title = (await setUp.FindAsync(LinkId, Member.CourseId, cancel))?.Title,
            Prompt = text["DefaultPrompt"],
            Points = Rubric.Total,
            TimeZone = Member.TimeZone,
            Rubric = Rubric.Id.Value,
        };

    protected override void Complete()
    {
        Form.TimeZone ??= Member.TimeZone;
        Form.Window.Zone = Form.TimeZone;
        // One of another course, or one that was removed meanwhile, is none of these.
        Rubric = Rubrics.FirstOrDefault(rubric => rubric.Id.Value == Form.Rubric) ?? Rubric;
    }

    protected override ActivitySettings Settings(ActivityTerms terms) => base.Settings(terms) with { Late = Form.Late.Policy(), ResubmitUntil = Form.ReadResubmitUntil() };

    protected override async Task SaveAsync(Activity activity, ActivityTerms terms, CancellationToken cancel)
    {
        if (Db.Entry(Rubric).State is EntityState.Detached)
            Db.Add(Rubric);
        // First: dates and days late are counted in it.
        (await Db.Courses.SingleAsync(course => course.Id == Member.CourseId, cancel)).TimeZone = Form.TimeZone!;
        activity.RubricId = Rubric.Id;
        (activity.LeadersGrade, activity.IsAnonymous, activity.AsksSelfAssessment) = (Form.LeadersGrade, Form.IsAnonymous, Form.AsksSelfAssessment);
        await Desk.ApplyAsync(activity, Settings(terms), cancel);
    }
}
