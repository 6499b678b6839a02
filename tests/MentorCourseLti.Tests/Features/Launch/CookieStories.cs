using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Launch;

/// <summary>Cookies in a frame, launches that are used twice, and the way out where no cookie comes back.</summary>
public abstract class CookieStories(World world)
{
    [Fact]
    public async Task The_visits_cookie_is_scoped_to_the_visit_small_and_fit_for_a_frame()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        var page = await mentor.OpensLink(course.Link);
        var cookie = mentor.Browser.CookiesSeen.Single(cookie => cookie.Name == "mc");
        cookie.Path.ShouldBe(page.Visit);
        cookie.Has("Secure").ShouldBeTrue();
        cookie.Has("HttpOnly").ShouldBeTrue();
        cookie.Has("Partitioned").ShouldBeTrue();
        cookie.Has("SameSite=None").ShouldBeTrue();
        cookie.Value.Length.ShouldBe(22);
    }

    [Fact]
    public async Task Every_cookie_is_fit_for_a_frame_and_logins_leave_none_behind()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await course.IsSetUp();
        var ours = instructor.Browser.CookiesSeen.Where(cookie => !cookie.IsDeletion).ToList();
        ours.ShouldNotBeEmpty();
        ours.ShouldAllBe(cookie => cookie.Has("Secure") && cookie.Has("Partitioned") && cookie.Has("SameSite=None"));
        var logins = ours.Where(cookie => cookie.Name.StartsWith("lti-", StringComparison.Ordinal) && cookie.Name != "lti-probe").Select(cookie => cookie.Name);
        var deleted = instructor.Browser.CookiesSeen.Where(cookie => cookie.IsDeletion).Select(cookie => cookie.Name).ToHashSet();
        logins.ShouldAllBe(name => deleted.Contains(name));
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task Only_the_LMS_that_launched_may_frame_the_page(string manner)
    {
        var course = world.NewCourse(manner);
        var page = await course.Mentor().OpensLink(course.Link);
        page.ContentSecurityPolicy.ShouldEndWith($"frame-ancestors 'self' {course.Lms.Address.GetLeftPart(UriPartial.Authority)}");
        page.ContentSecurityPolicy.ShouldContain("default-src 'none'; script-src 'self'");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Document.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_launch_that_is_sent_twice_opens_nothing()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        var launch = mentor.Browser.Requests.Single(request => request.Url.AbsolutePath == "/lti/launch");
        int visits = await CountVisits(course);
        int cookies = mentor.Browser.CookiesSeen.Count(cookie => cookie.Name == "mc");

        var again = await mentor.Browser.SendAsync(launch);
        again.Status.ShouldBeInRange(400, 499);
        again.Code.ShouldStartWith("launch.");
        using var thief = new Browser();
        (await thief.SendAsync(launch)).Status.ShouldBeInRange(400, 499);
        thief.CookiesSeen.ShouldNotContain(cookie => cookie.Name == "mc");
        mentor.Browser.CookiesSeen.Count(cookie => cookie.Name == "mc").ShouldBe(cookies);
        (await CountVisits(course)).ShouldBe(visits);
    }

    [Fact]
    public async Task The_same_launch_sent_many_times_at_once_opens_one_visit()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        using var watched = mentor.Browser;
        var form = await watched.SendOnceAsync(new Sent(HttpMethod.Get, new Uri(course.Lms.Address, $"/practice/launch?user={mentor.Id}&link={course.Link}&by=redirect")));
        var login = await watched.SendOnceAsync(new Sent(HttpMethod.Get, new Uri(form.Location!)));
        var signed = await watched.SendOnceAsync(new Sent(HttpMethod.Get, new Uri(login.Location!)));
        string Field(string name) => signed.Document.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        var fields = Person.Form([("id_token", Field("id_token")), ("state", Field("state"))]).ToList();

        var browsers = Enumerable.Range(0, 8).Select(_ => watched.Copy()).ToList();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.PostAsync(new Uri(course.Tool.Address, "/lti/launch"), fields)));
        pages.Count(page => page.Status == 200).ShouldBe(1);
        pages.Count(page => page.Status is >= 400 and < 500).ShouldBe(7);
        (await CountVisits(course)).ShouldBe(1);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Where_no_cookie_comes_back_one_button_opens_the_visit_in_a_new_tab_once()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        using var framed = new Browser();
        var mentor = course.Mentor(0, framed);
        // The login's own cookie must come back for the launch; the visit's does not.
        framed.Refuses = "mc";
        var page = await mentor.OpensLink(course.Link);
        page.Status.ShouldBe(401);
        page.Code.ShouldBe("visit.no-cookie");
        page.ContentSecurityPolicy.ShouldEndWith("frame-ancestors *");
        page.Offers("Open in a new tab").ShouldBeTrue();
        string address = page.Clickable("Open in a new tab").GetAttribute("href")!;

        using var tab = new Browser();
        var opened = await tab.GetAsync(new Uri(page.Url, address));
        opened.Status.ShouldBe(200);
        opened.Path.ShouldStartWith("/reflections/");
        opened.Who.ShouldContain(mentor.Name);

        using var another = new Browser();
        (await another.GetAsync(new Uri(page.Url, address))).Status.ShouldBe(401);
        another.CookiesSeen.ShouldBeEmpty();
        // The code is used up: the framed page offers no other one.
        (await framed.GetAsync(page.Url)).Code.ShouldBe("visit.none");
    }

    [Fact]
    public async Task A_code_of_one_visit_opens_no_other()
    {
        var course = world.NewCourse();
        using var first = new Browser { Refuses = "mc" };
        using var second = new Browser { Refuses = "mc" };
        var one = await course.Mentor(0, first).OpensLink(course.Link);
        var two = await course.Mentor(1, second).OpensLink(course.Link);
        string code = one.Clickable("Open in a new tab").GetAttribute("href")!.Split("code=")[1];

        using var tab = new Browser();
        (await tab.GetAsync(new Uri(two.Url, $"{two.Visit}/new-tab?code={code}"))).Code.ShouldBe("visit.none");
        (await tab.GetAsync(new Uri(two.Url, $"{two.Visit}/new-tab?code=forged"))).Code.ShouldBe("visit.none");
        (await tab.GetAsync(new Uri(two.Url, $"{two.Visit}/new-tab"))).Code.ShouldBe("visit.none");
    }

    [Fact]
    public async Task A_visit_of_another_browser_is_not_opened()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        var page = await mentor.OpensLink(course.Link);
        await course.AgeVisits();
        using var stranger = new Browser();
        var refused = await stranger.GetAsync(page.Url);
        refused.Status.ShouldBe(401);
        refused.Code.ShouldBe("visit.none");
        stranger.CookiesSeen.ShouldBeEmpty();

        // Nor with the cookie of a visit of one's own.
        using var other = new Browser();
        await course.Mentor(1, other).OpensLink(course.Link);
        (await other.GetAsync(page.Url)).Code.ShouldBe("visit.none");
    }

    private static async Task<int> CountVisits(Classroom course)
    {
        var id = await course.FindId();
        return await course.Tool.AskAsync(db => db.Visits.CountAsync(visit => db.Members.Any(member => member.Id == visit.MemberId && member.CourseId == id)));
    }
}

[Collection(OnSqlite.Name)]
public sealed class CookieStoriesOnSqlite(SqliteWorld world) : CookieStories(world);

[Collection(OnPostgres.Name)]
public sealed class CookieStoriesOnPostgres(PostgresWorld world) : CookieStories(world);
