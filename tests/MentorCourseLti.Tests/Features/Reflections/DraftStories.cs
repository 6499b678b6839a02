using System.Text;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Reflections;

/// <summary>Text that somebody typed is never lost.</summary>
public abstract class DraftStories(World world)
{
    [Fact]
    public async Task A_draft_saves_itself_and_is_there_again()
    {
        var (mentor, activity) = await OpenedAsync();
        var saved = await SavesItself(mentor, activity, "We met **Noor**.", version: 0);
        saved.Status.ShouldBe(200);
        saved.Json.GetProperty("version").GetInt32().ShouldBe(1);
        saved.Json.GetProperty("words").GetInt32().ShouldBe(3);
        saved.Json.GetProperty("savedAt").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
        saved.Json.GetProperty("savedAtText").GetString()!.ShouldMatch("^[0-9]{2}:[0-9]{2}$");

        await mentor.Reloads();
        mentor.Page.FieldText(Coursework.YourText).ShouldBe("We met **Noor**.");
        mentor.Page.Document.QuerySelector("form[data-autosave]")!.GetAttribute("data-version").ShouldBe("1");
        mentor.Page.Chip.ShouldBe("Draft");
    }

    [Fact]
    public async Task Another_tabs_text_is_shown_and_neither_is_thrown_away()
    {
        var (mentor, activity) = await OpenedAsync();
        await SavesItself(mentor, activity, "from the first tab", version: 0);
        var conflict = await SavesItself(mentor, activity, "from the second tab", version: 0);
        conflict.Status.ShouldBe(409);
        conflict.Json.GetProperty("version").GetInt32().ShouldBe(1);
        conflict.Json.GetProperty("text").GetString().ShouldBe("from the first tab");
        // The second tab has seen it, and chooses its own.
        (await SavesItself(mentor, activity, "from the second tab", version: 1)).Status.ShouldBe(200);
        // The same text once more is no conflict, whatever it was based on: an answer may have been lost.
        (await SavesItself(mentor, activity, "from the second tab", version: 0)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_script_the_other_tabs_text_is_shown_beside_the_typed_one()
    {
        var (mentor, activity) = await OpenedAsync();
        await SavesItself(mentor, activity, "from elsewhere", version: 0);
        var page = await mentor.Writes("typed here");
        page.FieldText(Coursework.YourText).ShouldBe("typed here");
        page.Says.ShouldContain("from elsewhere");
        (await mentor.Writes("typed here")).Chip.ShouldBe("Draft");
        mentor.Page.Says.ShouldNotContain("from elsewhere");
    }

    [Fact]
    public async Task Two_tabs_that_save_their_first_words_at_the_same_moment_make_one_draft()
    {
        var (mentor, activity) = await OpenedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => SavesItself(mentor, activity, $"tab {n}", version: 0)));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 409).ShouldBe(5);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_in_words_and_not_lost()
    {
        var (mentor, activity) = await OpenedAsync();
        string longest = new('a', 100_000);
        (await SavesItself(mentor, activity, longest, version: 0)).Status.ShouldBe(200);
        var refused = await SavesItself(mentor, activity, longest + "b", version: 1);
        refused.Status.ShouldBe(422);
        refused.Json.GetProperty("error").GetString()!.ShouldContain("100,001");

        await mentor.Reloads();
        var page = await mentor.Writes(longest + "bcd");
        page.FieldText(Coursework.YourText).Length.ShouldBe(100_003);
        page.Says.ShouldContain("100,003");
        (await mentor.Reloads()).FieldText(Coursework.YourText).Length.ShouldBe(100_000);
    }

    [Fact]
    public async Task More_than_any_text_may_have_is_refused_before_it_is_read()
    {
        var (mentor, activity) = await OpenedAsync();
        (await SavesItself(mentor, activity, new string('a', 3 * 1024 * 1024), version: 0)).Status.ShouldBe(413);
    }

    public static TheoryData<string, string> StrangeBodies => new()
    {
        { "application/x-www-form-urlencoded", "Text=a%00b&Version=0" },
        { "application/x-www-form-urlencoded", "Text=%EF%BF%BF%C2%85%7F%1B&Version=0" },
        { "application/x-www-form-urlencoded", "Text=%ED%A0%80&Version=0" },
        { "application/x-www-form-urlencoded", "Text=%FF%FE&Version=0" },
        { "application/x-www-form-urlencoded", "Text=%u0041%&Version=0" },
        { "application/x-www-form-urlencoded", "Text=a&Version=99999999999999" },
        { "application/x-www-form-urlencoded", "Text=a&Version=-1" },
        { "application/x-www-form-urlencoded; charset=utf-16", "Text=a&Version=0" },
        { "application/x-www-form-urlencoded; charset=nonsense", "Text=a&Version=0" },
        { "multipart/form-data", "Text=a&Version=0" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Text\"\r\n\r\nbroken" },
        { "application/json", "{\"Text\":\"a\"}" },
        { "text/plain", "Text=a" },
    };

    [Theory]
    [MemberData(nameof(StrangeBodies))]
    public async Task Strange_bodies_are_no_error_of_ours(string contentType, string body)
    {
        var (mentor, activity) = await OpenedAsync();
        string token = $"&__RequestVerificationToken={mentor.Token}";
        var answer = await mentor.Browser.PostAsync(mentor.At($"/reflections/{activity}?handler=Draft"), Encoding.UTF8.GetBytes(body + token), contentType);
        answer.Status.ShouldBeLessThan(500);
        (await mentor.Reloads()).Status.ShouldBe(200);
        mentor.Page.FieldText(Coursework.YourText).ShouldNotContain('\0');
    }

    [Fact]
    public async Task A_save_without_a_text_takes_nothing_away()
    {
        var (mentor, activity) = await OpenedAsync();
        await SavesItself(mentor, activity, "dear words", version: 0);
        string path = $"/reflections/{activity}?handler=";
        string token = mentor.Token;
        foreach (string handler in new[] { "Draft", "Save", "Review" })
        {
            var answer = await mentor.Browser.PostAsync(mentor.At(path + handler), Person.Form([("Version", "1"), ("__RequestVerificationToken", token)]));
            answer.Status.ShouldBeLessThan(500);
        }

        (await mentor.GoesTo($"/reflections/{activity}")).FieldText(Coursework.YourText).ShouldBe("dear words");
        // An empty text, on the other hand, is what the mentor wants.
        (await SavesItself(mentor, activity, "", version: 1)).Json.GetProperty("words").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Every_script_of_the_world_comes_back_as_it_was_typed()
    {
        var (mentor, activity) = await OpenedAsync();
        const string text = "Zoë said “да” 🌿\n\n> नमस्ते\n\n<script>alert(1)</script> & `code`\n\ttab";
        (await SavesItself(mentor, activity, text, version: 0)).Status.ShouldBe(200);
        var page = await mentor.Reloads();
        page.FieldText(Coursework.YourText).ShouldBe(text);
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_visit_ran_out_the_typed_text_is_shown_again()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await course.EndVisits();
        var page = await mentor.Writes("an hour of work");
        page.Status.ShouldBe(401);
        page.Code.ShouldBe("visit.over");
        page.FieldText("What you wrote").ShouldBe("an hour of work");
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused_and_the_text_is_shown_again()
    {
        var (mentor, activity) = await OpenedAsync();
        var page = await mentor.Browser.PostAsync(mentor.At($"/reflections/{activity}?handler=Save"), Person.Form([("Text", "still mine"), ("Version", "0")]));
        page.Status.ShouldBe(400);
        page.Code.ShouldBe("page.bad-request");
        page.FieldText("What you wrote").ShouldBe("still mine");
    }

    private static Task<Page> SavesItself(Person mentor, Guid activity, string text, int version) => mentor.Browser.PostAsync(
        mentor.At($"/reflections/{activity}?handler=Draft"), Person.Form([("Text", text), ("Version", $"{version}"), ("__RequestVerificationToken", mentor.Token)]));

    private async Task<(Person Mentor, Guid Activity)> OpenedAsync()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        return (mentor, activity);
    }
}

[Collection(OnSqlite.Name)]
public sealed class DraftStoriesOnSqlite(SqliteWorld world) : DraftStories(world);

[Collection(OnPostgres.Name)]
public sealed class DraftStoriesOnPostgres(PostgresWorld world) : DraftStories(world);
