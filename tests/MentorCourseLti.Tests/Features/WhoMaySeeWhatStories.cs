using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features;

/// <summary>Every page checks that this member may see that very thing. The pages are asked of the application itself, so that a new one cannot be forgotten.</summary>
public abstract class WhoMaySeeWhatStories(World world)
{
    [Fact]
    public async Task No_page_opens_without_a_visit()
    {
        using var browser = new Browser();
        foreach (var route in await PageRoute.AllAsync(world.Tool.Services))
        {
            var url = new Uri(world.Tool.Address, route.With(Guid.CreateVersion7()));
            var page = await browser.GetAsync(url);
            (page.Status, page.Code).ShouldBe((401, "visit.open-from-course"), route.ToString());
            (await browser.PostAsync(url, [])).Status.ShouldBeOneOf([400, 401], route.ToString());
            // Nor below a visit that somebody made up.
            page = await browser.GetAsync(new Uri(world.Tool.Address, $"/s/{Guid.CreateVersion7():N}{url.AbsolutePath}"));
            (page.Status, page.Code).ShouldBe((401, "visit.none"), route.ToString());
        }

        browser.CookiesSeen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task Things_of_another_course_of_this_platform_or_another_are_not_there_for_anybody(string otherPlatform)
    {
        var (course, other) = (world.NewCourse(), world.NewCourse(otherPlatform));
        var things = await ThingsOf(other);
        await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        foreach (var person in new[] { course.Instructor, mentor })
        {
            string token = person.Token.Length > 0 ? person.Token : (await person.GoesTo("/reflections/edit")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var route in (await PageRoute.AllAsync(world.Tool.Services)).Where(route => route.HasId))
            {
                foreach (var id in new[] { things.Of(route), Guid.CreateVersion7(), Guid.Empty })
                {
                    var page = await person.GoesTo(route.With(id));
                    // An instructor is led from a mentor's page to the own one, which is not there either.
                    page.Status.ShouldBe(404, $"GET {page.Url} as {person.Id}");
                    foreach (string post in route.Posts)
                    {
                        page = await person.Browser.PostAsync(person.At(route.With(id) + post), Person.Form([("__RequestVerificationToken", token), ("activity", $"{things.Activity}"), .. AllFields]));
                        page.Status.ShouldBe(404, $"POST {page.Url} as {person.Id}");
                    }
                }
            }
        }
    }

    [Fact]
    public async Task An_instructors_pages_are_not_there_for_a_mentor_nor_anothers_work()
    {
        var course = world.NewCourse();
        var things = await ThingsOf(course);
        var mentor = course.Mentor(7);
        await mentor.OpensLink(course.Link);
        string token = mentor.Token;
        foreach (var route in await PageRoute.AllAsync(world.Tool.Services))
        {
            string path = things.Path(route);
            var page = await mentor.GoesTo(path);
            if (IsForMentors(route))
                page.Status.ShouldBeInRange(200, 404, route.ToString());
            else if (route.Pattern.EndsWith("/submissions", StringComparison.Ordinal))
                page.Path.ShouldBe($"/reflections/{things.Activity}");
            else
                page.Status.ShouldBe(404, $"GET {path}");
            page.Body.ShouldNotContain("A secret of the first.");

            if (IsForMentors(route))
                continue;
            foreach (string post in route.Posts)
                (await mentor.Browser.PostAsync(mentor.At(path + post), Person.Form([("__RequestVerificationToken", token), ("activity", $"{things.Activity}"), .. AllFields]))).Status.ShouldBe(404, $"POST {path}{post}");
        }
    }

    [Fact]
    public async Task No_form_is_taken_without_its_antiforgery_token()
    {
        var course = world.NewCourse();
        var things = await ThingsOf(course);
        var mentor = course.Mentor(7);
        await mentor.OpensLink(course.Link);
        int forms = 0;
        foreach (var route in await PageRoute.AllAsync(world.Tool.Services))
        {
            foreach (string post in route.Posts)
            {
                foreach (var person in new[] { course.Instructor, mentor })
                {
                    string path = things.Path(route) + post;
                    var page = await person.Browser.PostAsync(person.At(path), Person.Form(AllFields));
                    page.Status.ShouldBe(400, $"POST {path} as {person.Id}");
                }

                forms++;
            }
        }

        forms.ShouldBeGreaterThanOrEqualTo(10);
        (await mentor.OpensLink(course.Link)).FieldText(Coursework.YourText).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mentor_leader_reads_and_grades_nothing()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        var page = await lms.LaunchAsync(browser, "leader", claims => claims[SignedPlatform.Claim + "roles"] = new System.Text.Json.Nodes.JsonArray(SignedPlatform.Assistant));
        page.Role.ShouldBe("leader");
        (await browser.GetAsync(new Uri(page.Url, page.Visit + "/deliveries"))).Status.ShouldBe(404);
        (await browser.GetAsync(new Uri(page.Url, page.Visit + "/reflections/edit"))).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(MemberRole.Observer)]
    [InlineData(MemberRole.Mentor)]
    [InlineData(MemberRole.MentorLeader)]
    public async Task Whoever_is_no_instructor_and_leads_nobody_reads_nothing_that_is_not_theirs_and_changes_nothing(MemberRole role)
    {
        var course = world.NewCourse();
        var things = await ThingsOf(course);
        var person = course.Mentor(7);
        await person.OpensLink(course.Link);
        string token = person.Token;
        var id = (await course.MemberOf(person)).Id;
        await world.Tool.AskAsync(db => db.Members.Where(member => member.Id == id).ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, role)));
        string before = await Fingerprint(course, id);

        foreach (var route in await PageRoute.AllAsync(world.Tool.Services))
        {
            var page = await person.GoesTo(things.Path(route));
            page.Status.ShouldBeInRange(200, 404, route.ToString());
            page.Body.ShouldNotContain("A secret of the first.", customMessage: route.ToString());
            foreach (string post in route.Posts)
            {
                page = await person.Browser.PostAsync(person.At(things.Path(route) + post), Person.Form([("__RequestVerificationToken", token), ("activity", $"{things.Activity}"), .. AllFields]));
                page.Status.ShouldBeLessThan(500, $"POST {route}{post}");
                page.Body.ShouldNotContain("A secret of the first.", customMessage: $"POST {route}{post}");
            }
        }

        (await Fingerprint(course, id)).ShouldBe(before, "nothing of anybody else changed");
    }

    /// <summary>What the course has that is not this member's own.</summary>
    private async Task<string> Fingerprint(Classroom course, MemberId but)
    {
        var id = await course.FindId();
        return await world.Tool.AskAsync(async db =>
        {
            var activities = await db.Activities.Where(one => one.CourseId == id).Select(one => one.Title + one.Prompt + one.Points).Order().ToListAsync();
            var drafts = await db.Submissions.Where(one => one.CourseId == id && one.MemberId != but).Select(one => one.DraftVersion).Order().ToListAsync();
            var assessments = await db.Assessments.Where(one => db.Attempts.Any(attempt => attempt.Id == one.AttemptId && db.Submissions.Any(work => work.Id == attempt.SubmissionId && work.CourseId == id))).Select(one => one.Version).Order().ToListAsync();
            var entries = await db.LogEntries.Where(one => one.CourseId == id && one.MemberId != but).Select(one => one.State).Order().ToListAsync();
            var rubrics = await db.Rubrics.Where(one => one.CourseId == id).Select(one => one.Version).Order().ToListAsync();
            var members = await db.Members.Where(one => one.CourseId == id && one.Id != but).Select(one => one.Role).Order().ToListAsync();
            var archived = await db.Courses.Where(one => one.Id == id).Select(one => one.ArchivedAt).SingleAsync();
            var links = await db.Links.Where(one => one.CourseId == id).Select(one => new { one.LmsId, one.ActivityId }).OrderBy(one => one.LmsId).ToListAsync();
            var columns = await db.GradeColumns.Where(one => one.CourseId == id).Select(one => new { one.Id, one.ActivityId, one.RetiredAt }).OrderBy(one => one.Id).ToListAsync();
            var deliveries = await db.Deliveries.Where(one => one.CourseId == id && one.MemberId != but).Select(one => new { one.Id, one.Version }).OrderBy(one => one.Id).ToListAsync();
            var norming = await db.NormingRounds.Where(one => one.CourseId == id).Select(one => one.Version).Order().ToListAsync();
            var files = await db.Attachments.Where(one => one.CourseId == id && one.AddedBy != but).Select(one => new { one.Id, one.RemovedAt }).OrderBy(one => one.Id).ToListAsync();
            return System.Text.Json.JsonSerializer.Serialize(new { activities, drafts, assessments, entries, rubrics, members, archived, links, columns, deliveries, files, norming });
        });
    }

    private static readonly (string, string)[] AllFields =
    [
        ("Text", "forged"), ("Version", "0"), ("version", "0"), ("member", $"{Guid.Empty}"), ("Form.Title", "forged"), ("Form.Prompt", "forged"), ("Form.Points", "5"),
        ("Form.Levels[0]", "5"), ("Form.Comment", "forged"), ("Form.Version", "0"), ("Form.Do", "release"),
    ];

    /// <summary>Pages that a mentor has too, each with the own work on it.</summary>
    private static bool IsForMentors(PageRoute route) => route.Pattern is "/" or "/courses" or "/links/{id:guid}" or "/reflections/{id:guid}" or "/reflections/{id:guid}/hand-in"
        or "/logs/{id:guid}" or "/logs/{id:guid}/entry/{entry:guid?}" or "/groups" or "/path" or "/hours" or "/calendar" or "/reminders" or "/standing/{id:guid}" or "/sessions/{id:guid}/log" or "/mine";

    private static async Task<Things> ThingsOf(Classroom course)
    {
        var activity = await course.IsSetUp();
        var author = course.Mentor();
        await author.OpensLink(course.Link);
        await author.Attaches(activity, "secret.png", SampleFiles.Png, "A secret of the first.");
        await author.HandsIn();
        await course.Instructor.OpensWorkOf(author, activity);
        await course.Instructor.Grades("5 5 5 5", "A secret of the first.");
        var delivery = await course.Settles(author);
        var writer = course.Mentor(1);
        await writer.OpensLink(course.Link);
        await writer.Writes("A secret of the first.");
        var (log, entry) = await LogOf(course, author);
        await course.Instructor.OpensLink(course.Course.Links[1].Id);
        var link = Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
        var id = new ActivityId(activity);
        var attempt = await course.Tool.AskAsync(db => db.Attempts.Where(attempt => db.Submissions.Any(submission => submission.Id == attempt.SubmissionId && submission.ActivityId == id)).Select(attempt => attempt.Id).SingleAsync());
        var (group, session) = await GroupOf(course, author);
        var rubric = await course.Tool.AskAsync(db => db.Activities.Where(one => one.Id == id).Select(one => one.RubricId).SingleAsync());
        var file = await course.Tool.AskAsync(db => db.Attachments.Where(attachment => attachment.ActivityId == id).Select(attachment => attachment.Id).SingleAsync());
        return new Things(activity, attempt, delivery.Id.Value, link, log, entry, rubric!.Value.Value, file.Value, group, session, await StandingOf(course), await NormingOf(course));
    }

    private static async Task<(Guid Log, Guid Entry)> LogOf(Classroom course, Person author)
    {
        string link = course.Course.Links[2].Id;
        await course.Instructor.OpensLink(link);
        await course.Instructor.Clicks("A mentoring log");
        await course.Instructor.Clicks("Create");
        await author.Logs(link, "Bo", did: "A secret of the first.");
        string entry = author.Page.Clickable("Change").GetAttribute("href")!.Split('/')[^1];
        return (Guid.Parse(author.Page.Path.Split('/')[2]), Guid.Parse(entry));
    }

    private static async Task<(Guid Group, Guid Session)> GroupOf(Classroom course, Person mentor)
    {
        var instructor = course.Instructor;
        await instructor.HasGroup("A secret of the first.", mentor);
        var group = Guid.Parse(instructor.Page.Path.Split('/')[2]);
        await instructor.Clicks("Plan one more session");
        instructor.Fills("From", "15:00");
        instructor.Fills("To", "15:50");
        await instructor.Clicks("Plan it");
        var id = new GroupId(group);
        return (group, (await course.Tool.AskAsync(db => db.Sessions.Where(session => session.GroupId == id).Select(session => session.Id).SingleAsync())).Value);
    }

    private static async Task<Guid> StandingOf(Classroom course)
    {
        await course.Instructor.GoesTo("/standing/edit");
        await course.Instructor.Clicks("Create");
        return Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
    }

    private static async Task<(Guid Round, Guid Sample)> NormingOf(Classroom course)
    {
        await course.Instructor.GoesTo("/norming/edit");
        course.Instructor.Fills("Text of sample 1", "A secret of the first.");
        var page = await course.Instructor.Clicks("Make the round");
        string[] sample = page.Clickable("Sample 1").GetAttribute("href")!.Split('/');
        return (Guid.Parse(sample[^2]), Guid.Parse(sample[^1]));
    }

    /// <summary>One of each kind of thing that a page's id can mean.</summary>
    private sealed record Things(Guid Activity, AttemptId Attempt, Guid Delivery, Guid Link, Guid Log, Guid Entry, Guid Rubric, Guid File, Guid Group, Guid Session, Guid Standing, (Guid Round, Guid Sample) Norming)
    {
        public string Path(PageRoute route) => route.HasId ? route.With(Of(route), route.Pattern.StartsWith("/norming", StringComparison.Ordinal) ? Norming.Sample : Entry) : route.Pattern;

        public Guid Of(PageRoute route) => route.Pattern.Split('/')[1] switch
        {
            "reflections" or "activities" => Activity,
            "attempts" => Attempt.Value,
            "deliveries" => Delivery,
            "links" => Link,
            "logs" => Log,
            "rubrics" => Rubric,
            "files" => File,
            "groups" => Group,
            "standing" => Standing,
            "sessions" => Session,
            "norming" => Norming.Round,
            _ => throw new InvalidOperationException($"Say here whose id {route} wants."),
        };
    }
}

[Collection(OnSqlite.Name)]
public sealed class WhoMaySeeWhatStoriesOnSqlite(SqliteWorld world) : WhoMaySeeWhatStories(world);

[Collection(OnPostgres.Name)]
public sealed class WhoMaySeeWhatStoriesOnPostgres(PostgresWorld world) : WhoMaySeeWhatStories(world);
