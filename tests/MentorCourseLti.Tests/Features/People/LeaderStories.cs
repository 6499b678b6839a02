using System.Text.Json.Nodes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.People;

/// <summary>Mentor leaders look after the mentors they were given, and see nobody else's.</summary>
public abstract class LeaderStories(World world)
{
    [Fact]
    public async Task A_leader_reads_what_the_own_mentors_handed_in_and_no_more()
    {
        var (course, activity, leader, own, other) = await LedAsync();
        await own.HandsIn(course.Link, "What the own mentor wrote.");
        await other.HandsIn(course.Link, "What another wrote.");
        var drafting = course.Mentor(3);
        await drafting.OpensLink(course.Link);
        await drafting.Writes("A draft that nobody sees.");

        await leader.OpensLink(course.Link);
        var page = await leader.Clicks("Those of your mentors");
        page.Says.ShouldContain(own.Name);
        page.Says.ShouldNotContain(other.Name);
        page.Says.ShouldContain("grading is your instructor's");
        page = await leader.Clicks(own.Name);
        page.Says.ShouldContain("What the own mentor wrote.");
        page.Offers("Release").ShouldBeFalse();
        page.Document.QuerySelector("form.assess-form").ShouldBeNull();

        // Neither another's attempt, nor grading by a forged form, nor the instructor's pages.
        var attempts = await world.Tool.AskAsync(db => (from attempt in db.Attempts
                                                        join submission in db.Submissions on attempt.SubmissionId equals submission.Id
                                                        join author in db.Members on submission.MemberId equals author.Id
                                                        where submission.ActivityId == new MentorCourseLti.Internship.Activities.ActivityId(activity)
                                                        select new { attempt.Id, author.Subject }).ToListAsync());
        (await leader.GoesTo($"/attempts/{attempts.Single(one => one.Subject == other.Id).Id}")).Status.ShouldBe(404);
        await leader.OpensLink(course.Link);
        (await leader.Posts($"/attempts/{attempts.Single(one => one.Subject == own.Id).Id}", ("Form.Do", "release"), ("Form.Levels[0]", "5"), ("Form.Version", "0"))).Status.ShouldBe(404);
        foreach (string path in new[] { "/gradebook", "/deliveries", "/rubrics", "/people", "/reflections/edit", "/audit", "/archive", "/archive?handler=Download" })
            (await leader.GoesTo(path)).Status.ShouldBe(404, path);
    }

    [Fact]
    public async Task A_leader_grades_where_the_instructor_lets_them()
    {
        var (course, activity, leader, own, _) = await LedAsync();
        await own.HandsIn(course.Link, "Please read.");
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Checks("Mentor leaders grade the work of their own mentors");
        await course.Instructor.Clicks("Save");

        await leader.GoesToMentorsWork(course, activity);
        await leader.Clicks(own.Name);
        await leader.Grades("5 5 4 5", "Well heard.");
        await course.Settles(own);
        course.GradeOf(own).Score.ShouldBe(19);
        (await own.OpensLink(course.Link)).Says.ShouldContain("Well heard.");
    }

    [Fact]
    public async Task A_leader_approves_the_hours_of_the_own_mentors()
    {
        var (course, _, leader, own, other) = await LedAsync();
        string link = course.Course.Links[2].Id;
        await course.Instructor.OpensLink(link);
        await course.Instructor.Clicks("A mentoring log");
        await course.Instructor.Clicks("Create");
        foreach (var mentor in new[] { own, other })
            await mentor.Logs(link, "Bo");

        await leader.OpensLink(link);
        var page = await leader.Clicks("Hours of your mentors");
        page.Says.ShouldContain(own.Name);
        page.Says.ShouldNotContain(other.Name);
        page.Says.ShouldContain("1 entry waits");
        (await leader.Clicks("Approve")).Says.ShouldContain("1 entry done");
        (await own.OpensLink(link)).Says.ShouldContain("0.83");
        // What is not theirs is not approved by naming it.
        var stranger = (await course.MemberOf(other)).Id;
        var theirs = await world.Tool.AskAsync(db => db.LogEntries.Where(entry => entry.MemberId == stranger).SingleAsync());
        await leader.Posts(leader.Page.Path, ("entries", $"{theirs.Id}:{theirs.Version}"), ("go", "approve"));
        (await other.OpensLink(link)).Says.ShouldContain("Waiting");
        // The leader's own hours stay on their own page.
        (await leader.OpensLink(link)).Says.ShouldContain("No session logged yet");
    }

    [Fact]
    public async Task Home_says_what_waits_for_a_leader_beside_the_own_work()
    {
        var (course, _, leader, own, _) = await LedAsync();
        await own.HandsIn(course.Link, "Read me.");
        await leader.OpensLink(course.Link);
        var home = await leader.GoesTo("/");
        home.Role.ShouldBe("leader");
        home.Says.ShouldContain("You look after 2 mentors.");
        home.Says.ShouldContain("1 handed in");
        home.Says.ShouldContain("Next");
    }

    [Fact]
    public async Task Who_is_named_stays_a_leader_at_the_next_launch_until_the_LMS_or_the_instructor_says_otherwise()
    {
        var (course, activity, leader, own, _) = await LedAsync();
        (await leader.OpensLink(course.Link)).Role.ShouldBe("leader");
        (await leader.OpensLink(course.Link)).Role.ShouldBe("leader");

        await course.Instructor.GoesTo("/people");
        course.Instructor.ChecksPerson(leader);
        (await course.Instructor.Clicks("Mentors only again")).Says.ShouldContain("1 leader is a mentor only again");
        (await leader.OpensLink(course.Link)).Role.ShouldBe("mentor");
        (await leader.GoesTo($"/reflections/{activity}/submissions")).Path.ShouldBe($"/reflections/{activity}");
        (await course.MemberOf(own)).LeaderId.ShouldBeNull();
    }

    [Fact]
    public async Task Who_was_named_and_becomes_an_assistant_in_the_LMS_is_what_the_LMS_says_from_then_on()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        const string subject = "vine";
        (await Arrives(SignedPlatform.Learner)).Role.ShouldBe("mentor");
        await world.Tool.AskAsync(async db =>
        {
            (await db.Members.SingleAsync(member => member.Subject == subject)).NameLeader();
            return await db.SaveChangesAsync();
        });
        (await Arrives(SignedPlatform.Learner)).Role.ShouldBe("leader");

        (await Arrives(SignedPlatform.Assistant)).Role.ShouldBe("leader");
        // Named no more: when the LMS calls them a learner again, so does the tool.
        (await Arrives(SignedPlatform.Learner)).Role.ShouldBe("mentor");

        Task<Page> Arrives(string role) => lms.LaunchAsync(browser, subject, claims => claims[SignedPlatform.Claim + "roles"] = new JsonArray(role));
    }

    [Fact]
    public async Task A_leader_who_is_no_longer_enrolled_is_shown_and_given_nobody()
    {
        var (course, _, leader, own, _) = await LedAsync();
        await course.Loses(leader);

        var page = await course.Instructor.GoesTo("/people");
        page.Says.ShouldContain($"{leader.Name} leads no longer");
        course.Instructor.ChecksPerson(own);
        page = await course.Instructor.Posts("/people", ("members", course.Instructor.IdOf(own)), ("leader", $"{(await course.MemberOf(leader)).Id}"), ("go", "give"));
        page.Says.ShouldContain($"{leader.Name} is no longer in the course. Choose another leader.");
        // And their visit is over.
        (await leader.Reloads()).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Nothing_chosen_and_nobody_to_give_to_are_said()
    {
        var (course, _, _, own, _) = await LedAsync();
        (await course.Instructor.GoesTo("/people")).Heading.ShouldBe("People");
        (await course.Instructor.Clicks("Make them mentor leaders")).Says.ShouldContain("Choose somebody in the list first.");
        course.Instructor.ChecksPerson(own);
        var page = await course.Instructor.Clicks("Give to this leader");
        page.Says.ShouldContain("Choose the leader to give them to.");
        page.Document.QuerySelectorAll("input[name=members][checked]").Length.ShouldBe(1, "the choice stays");
    }

    /// <summary>A course with a leader, of whose mentors one is the second and one the fourth, and another mentor who is nobody's.</summary>
    private async Task<(Classroom Course, Guid Activity, Person Leader, Person Own, Person Other)> LedAsync()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var (leader, own, other, second) = (course.Mentor(), course.Mentor(1), course.Mentor(2), course.Mentor(3));
        foreach (var person in new[] { leader, own, other, second })
            await person.OpensLink(course.Link);
        await course.Instructor.GoesTo("/people");
        course.Instructor.ChecksPerson(leader);
        (await course.Instructor.Clicks("Make them mentor leaders")).Says.ShouldContain("1 mentor leader more");
        course.Instructor.ChecksPerson(own);
        course.Instructor.ChecksPerson(second);
        course.Instructor.Fills("Mentor leader", course.Instructor.Page.Document.QuerySelectorAll("#leader option").Single(option => option.TextContent.StartsWith(leader.Name, StringComparison.Ordinal)).GetAttribute("value")!);
        (await course.Instructor.Clicks("Give to this leader")).Says.ShouldContain("2 mentors were given");
        return (course, activity, leader, own, other);
    }
}

internal static class PeoplePage
{
    public static void ChecksPerson(this Person instructor, Person who) => instructor.Box(who).IsChecked = true;

    public static string IdOf(this Person instructor, Person who) => instructor.Box(who).Value;

    public static async Task GoesToMentorsWork(this Person leader, Classroom course, Guid activity)
    {
        await leader.OpensLink(course.Link);
        await leader.GoesTo($"/reflections/{activity}/submissions");
    }

    private static AngleSharp.Html.Dom.IHtmlInputElement Box(this Person instructor, Person who) =>
        (AngleSharp.Html.Dom.IHtmlInputElement)instructor.Page.Document.QuerySelector($"input[aria-label='Choose {who.Name}']")!;
}

[Collection(OnSqlite.Name)]
public sealed class LeaderStoriesOnSqlite(SqliteWorld world) : LeaderStories(world);

[Collection(OnPostgres.Name)]
public sealed class LeaderStoriesOnPostgres(PostgresWorld world) : LeaderStories(world);
