using BrowserTests.Drivers;
using BrowserTests.Pages;
using MentorCourseLti.Delivery;
using Microsoft.EntityFrameworkCore;
using PracticeLms.Courses;
using PracticeLms.Troubles;

namespace BrowserTests.Looks;

/// <summary>
/// A course in the middle of its term, made by its people: some have handed in, some were graded, one was late, one
/// grade did not arrive. It is made once, for the first test that asks; tests that change something do it where no
/// other looks.
/// </summary>
public sealed class LivelyCourse : IAsyncLifetime
{
    public const string First = "Reflection 1: Why I mentor";
    public const string Second = "Reflection 2: The first meeting";
    public const string Third = "Reflection 3: Listening before advising";

    // Those whose first reflection was graded, the one whose grade did not arrive, and the one who was late.
    private const int Graded = 4;
    private const int InTrouble = 4;
    private const int Late = 5;

    private readonly SemaphoreSlim door = new(1);
    private School? school;
    private School? made;

    internal School School => school!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<School> VisitAsync(Chromium chromium)
    {
        await door.WaitAsync();
        try
        {
            return made ??= await MakeAsync(chromium);
        }
        finally
        {
            door.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        if (school is null) return;

        var troubles = School.Troubles;
        await School.DisposeAsync();
        string.Join(Environment.NewLine, troubles).ShouldBeEmpty();
    }

    private async Task<School> MakeAsync(Chromium chromium)
    {
        school = await School.OpenAsync(chromium, links: 3, members: 9);
        await School.Tool.AddSampleCourseAsync(School.Lms.Url, members: 9);
        await HandInAsync();
        await LetTimePassAsync();
        await GradeAsync();
        return school;
    }

    private async Task HandInAsync()
    {
        for (int i = 0; i < Texts.All.Count; i++)
        {
            // Without script they are quicker.
            var mentor = await School.MentorAsync(i, new() { HasScript = false });
            mentor.Watch.Expect("favicon.ico");
            await WriteAsync(mentor, First, Texts.All[i].Text, handIn: i < Texts.All.Count - 1);
            if (i is 1 or 2) await WriteAsync(mentor, Second, Texts.All[i + 4].Text, handIn: true);
            if (i is 0) await WriteAsync(mentor, Second, Texts.All[3].Text, handIn: false);
            await mentor.DisposeAsync();
        }
    }

    private static async Task WriteAsync(Drivers.Person mentor, string link, string text, bool handIn)
    {
        var write = new Write(await mentor.OpenInTabAsync(link));
        await write.Editor.FillAsync(text);
        if (handIn) await write.HandInAsync();
        else await write.SaveAsync();
    }

    /// <summary>The first reflection was due some days ago, and people handed it in at all hours.</summary>
    private Task LetTimePassAsync() => School.Tool.InDatabaseAsync(async db =>
    {
        var activity = await db.Activities.SingleAsync(one => one.Title == First);
        var due = activity.DueAt!.Value.AddDays(-10);
        activity.DueAt = due;
        await db.SaveChangesAsync();
        var attempts = await db.Attempts
            .Where(attempt => db.Submissions.Any(one => one.Id == attempt.SubmissionId && one.ActivityId == activity.Id))
            .OrderBy(attempt => attempt.HandedInAt).Select(attempt => attempt.Id).ToListAsync();
        for (int i = 0; i < attempts.Count; i++)
        {
            var at = i == Late ? due.AddHours(9) : due.AddHours(-50 + (7 * i)).AddMinutes(-13 * i);
            await db.Attempts.Where(attempt => attempt.Id == attempts[i]).ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.HandedInAt, at));
        }
    });

    private async Task GradeAsync()
    {
        var instructor = await School.InstructorAsync();
        var frame = await instructor.OpenInTabAsync(First);
        string list = frame.Url;
        for (int i = 0; i <= Graded; i++)
        {
            if (i == InTrouble) ForbidGrades(GradeSync.None);
            await frame.GotoAsync(list);
            var assess = new Assess(frame);
            await assess.OpenAsync(School.Lms.Course.Mentors[i].Name);
            await assess.ChooseByKeysAsync(Texts.All[i].Levels);
            await assess.OverallComment.FillAsync(Texts.All[i].Comment);
            await assess.ReleaseAsync();
            await SettledAsync();
        }

        ForbidGrades(GradeSync.SyncAndColumns);
        School.Lms.Mischief.End();
        await instructor.DisposeAsync();
    }

    /// <summary>The LMS's administrator changes what the tool may do; tokens it has are worth nothing from now on.</summary>
    private void ForbidGrades(GradeSync sync)
    {
        School.Lms.Campus.Save(School.Lms.Campus.Settings with { GradeSync = sync });
        School.Lms.Mischief.Cause(new(TroubleKind.Revoked));
    }

    private Task SettledAsync() => Eventually.Is(
        async () =>
        {
            bool waits = true;
            await School.Tool.InDatabaseAsync(async db => waits = await db.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Waiting));
            return !waits;
        },
        "no grade waits");
}
