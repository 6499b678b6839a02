using BrowserTests.Drivers;
using BrowserTests.Pages;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>A grader with a pile of reflections, who never touches the mouse.</summary>
public sealed class GradingTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";
    private const string Comment = "Sessions 1 and 2: you listened.";
    private const string Kept = "What did your mentee say to that?";
    private const int Pile = 30;

    [Fact]
    public async Task Thirty_attempts_are_graded_by_keyboard_alone_without_the_page_being_loaded_anew()
    {
        var (school, _, frame) = await OpenPileAsync(Pile);
        var (assess, keys) = (new Assess(frame), frame.Page.Keyboard);
        await assess.GradeFirstByKeyAsync();
        await frame.EvaluateAsync("() => { window.stayed = true }");
        string first = await assess.HeadingAsync();

        // There and back, and a comment whose digits are text.
        await assess.WalkAsync("n");
        await assess.WalkAsync("p");
        (await assess.HeadingAsync()).ShouldBe(first);
        await assess.OverallComment.FocusAsync();
        await keys.TypeAsync(Comment);
        await ComesAsync(school, all => all.Exists(one => one.Comment == Comment), "the comment is saved");
        await Expect(frame.GetByText("Draft saved")).ToBeVisibleAsync();
        await keys.PressAsync("Shift+Tab");
        await assess.LeaveFieldAsync();

        // Words of the text, chosen as a reader chooses them.
        await frame.EvaluateAsync("() => { const p = document.querySelector('[data-passages-text] p').firstChild; getSelection().setBaseAndExtent(p, 0, p, 9) }");
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Comment on this passage" })).ToBeVisibleAsync();
        await keys.PressAsync("c");
        await keys.TypeAsync("Say more.");
        await assess.LeaveFieldAsync();
        await ComesAsync(school, all => all.Exists(one => one.Passages is [{ Comment: "Say more." }]), "the comment on the passage is saved");
        await Expect(frame.GetByText("Draft saved")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "attempt-with-passage");

        // Not before each criterion has its level.
        await keys.PressAsync("r");
        (await assess.HeadingAsync()).ShouldBe(first);
        var waits = new List<double>();
        for (int i = 0; i < Pile - 1; i++)
        {
            await assess.ChooseByKeysAsync("1121");
            waits.Add(await assess.WalkAsync(i % 10 == 9 ? "h" : "r"));
        }

        (await frame.EvaluateAsync<bool>("() => window.stayed")).ShouldBeTrue("the page was never loaded anew");
        TestContext.Current.TestOutputHelper?.WriteLine($"The next attempt stood there after {waits.Order().ElementAt(waits.Count / 2):0} ms (median), {waits.Max():0} ms at most.");
        await assess.ChooseByKeysAsync("1121");
        await keys.PressAsync("r");
        await ComesAsync(school, all => all.Count(one => one.IsReleased) == Pile - 2, "all but those that are held are released");
        // Two are held, so they wait still: the next of them is opened.
        await frame.GotoAsync(Visit(frame) + "/queue");
        await Expect(frame.GetByText("2 reflections wait to be graded")).ToBeVisibleAsync();

        await frame.GetByRole(AriaRole.Link, new() { Name = "Grade 2" }).PressAsync("Enter");
        await frame.GetByRole(AriaRole.Link, new() { Name = Link }).PressAsync("Enter");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Release all 2" }).PressAsync("Enter");
        await Expect(frame.GetByText("2 grades are released")).ToBeVisibleAsync();
        await school.Tool.InDatabaseAsync(async db =>
        {
            (await db.Assessments.CountAsync(assessment => assessment.ReleasedAt != null && assessment.Score == 19)).ShouldBe(Pile);
            var commented = await db.Assessments.SingleAsync(assessment => assessment.Comment != "");
            commented.Comment.ShouldBe(Comment);
            commented.Passages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(note => note.Comment.ShouldBe("Say more."), note => note.Quote.ShouldBe("The leaf"));
        });
    }

    [Fact]
    public async Task A_grade_that_crosses_with_another_is_told_above_the_next_and_given_back()
    {
        var (_, grader, frame) = await OpenPileAsync(3);
        frame.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        grader.Watch.Expect("status of 409");
        var assess = new Assess(frame);
        await assess.GradeFirstByKeyAsync();
        string first = await assess.HeadingAsync();
        var other = await frame.Page.Context.NewPageAsync();
        await other.GotoAsync(frame.Url);
        await new Assess(other.MainFrame).ChooseByKeysAsync("4444");
        await new Assess(other.MainFrame).SaveDraftAsync();
        await Expect(other.GetByText("Nobody but you and the other graders sees it")).ToBeVisibleAsync();

        await assess.OverallComment.FillAsync("Ten minutes of thought.");
        await assess.LeaveFieldAsync();
        await assess.ChooseByKeysAsync("1111");
        await assess.WalkAsync("r");
        await Expect(frame.GetByText($"The grade of {first} was not saved.")).ToBeVisibleAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Back to it" }).PressAsync("Enter");
        await Expect(frame.Locator("[data-kept-back]")).ToBeVisibleAsync();
        await Expect(assess.OverallComment).ToHaveValueAsync("Ten minutes of thought.");
        await Expect(assess.Total).ToHaveTextAsync("20");
        await frame.Page.Keyboard.PressAsync("r");
        await Expect(frame.GetByText("saved this assessment while you were grading")).ToBeVisibleAsync();
        await Expect(assess.OverallComment).ToHaveValueAsync("Ten minutes of thought.");
    }

    [Fact]
    public async Task What_the_form_itself_has_saved_does_not_come_back_from_the_device()
    {
        var (school, _, frame) = await OpenPileAsync(1);
        var assess = new Assess(frame);
        await assess.GradeFirstByKeyAsync();
        await frame.EvaluateAsync("() => { const p = document.querySelector('[data-passages-text] p').firstChild; getSelection().setBaseAndExtent(p, 0, p, 9) }");
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Comment on this passage" })).ToBeVisibleAsync();
        await frame.Page.Keyboard.PressAsync("c");
        await frame.Page.Keyboard.TypeAsync("Say more.");
        await assess.SaveDraftAsync();
        await Expect(frame.GetByText("Nobody but you and the other graders sees it")).ToBeVisibleAsync();
        await Expect(frame.Locator("[data-kept-back]")).ToBeHiddenAsync();

        await frame.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await assess.SaveDraftAsync();
        await Expect(frame.GetByText("Nobody but you and the other graders sees it")).ToBeVisibleAsync();
        await Expect(frame.Locator("[data-passage]")).ToHaveCountAsync(0);
        await Expect(frame.Locator("[data-kept-back]")).ToBeHiddenAsync();
        await assess.OverallComment.FillAsync("And on.");
        await ComesAsync(school, all => all.Exists(one => one is { Comment: "And on.", Passages.Count: 0 }), "it goes on being saved, over its own version");
    }

    [Fact]
    public async Task Kept_comments_are_offered_while_one_types_and_Tab_takes_the_first()
    {
        var (school, _, frame) = await OpenPileAsync(1);
        await frame.GotoAsync(Visit(frame) + "/comments");
        await frame.GetByLabel("Another one").FillAsync(Kept);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).PressAsync("Enter");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Remove" }).WaitForAsync();
        await Look.AtAsync(frame, "comments");

        await frame.GotoAsync(Visit(frame) + "/queue");
        await Look.AtAsync(frame, "queue");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Grade it" }).PressAsync("Enter");
        var assess = new Assess(frame);
        await assess.Criteria.First.WaitForAsync();
        await frame.Locator("[data-criterion][data-current]").WaitForAsync();
        await assess.OverallComment.PressSequentiallyAsync("Good.\nwhat d");
        await Expect(frame.Locator(".bank button")).ToHaveTextAsync(Kept);
        await Look.AtAsync(frame, "comments-offered");
        await assess.OverallComment.PressSequentiallyAsync("id");
        await Expect(frame.Locator(".bank button")).ToBeVisibleAsync();
        await assess.OverallComment.PressAsync("Tab");
        await Expect(assess.OverallComment).ToHaveValueAsync($"Good.\n{Kept}");
        await Expect(frame.Locator(".bank")).ToBeHiddenAsync();
        await ComesAsync(school, all => all.Exists(one => one.Comment.ReplaceLineEndings("\n") == $"Good.\n{Kept}"), "what was taken is saved");
        await Expect(frame.GetByText("Draft saved")).ToBeVisibleAsync();
    }

    /// <summary>Waits for what the page's script sends by itself.</summary>
    private static Task ComesAsync(School school, Func<List<Assessment>, bool> isSo, string what) => Eventually.Is(
        async () =>
        {
            bool came = false;
            await school.Tool.InDatabaseAsync(async db => came = isSo(await db.Assessments.AsNoTracking().ToListAsync()));
            return came;
        },
        what);

    /// <summary>As many mentors as are wanted have handed in the first reflection.</summary>
    private async Task<(School School, Person Grader, IFrame Frame)> OpenPileAsync(int mentors)
    {
        var school = await OpenSchoolAsync(members: mentors);
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: mentors);
        await school.Tool.InDatabaseAsync(async db =>
        {
            var activity = await db.Activities.SingleAsync(activity => activity.Title == Link);
            var now = TimeProvider.System.GetUtcNow();
            var terms = activity.TermsFor(allowance: null) with { OpensAt = null, DueAt = null, ClosesAt = null };
            foreach (var member in await db.Members.Where(member => member.Role == MemberRole.Mentor).ToListAsync())
            {
                now = now.AddSeconds(1);
                var submission = Submission.Begin(activity, member.Id, now);
                submission.SaveDraft($"The leaf turned, and {member.Name} asked why.", 0, terms, now);
                submission.HandIn(submission.DraftVersion, [], terms, now);
                db.Add(submission);
            }

            await db.SaveChangesAsync();
        });
        var grader = await school.InstructorAsync();
        return (school, grader, await grader.OpenInTabAsync(Link));
    }
}
