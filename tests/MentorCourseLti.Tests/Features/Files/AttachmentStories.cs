using System.Globalization;
using System.Net.Sockets;
using System.Text;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Features.Files;

/// <summary>Files go with a reflection to its grader, and with an activity to its mentors; nobody else sees them.</summary>
public abstract class AttachmentStories(World world)
{
    [Fact]
    public async Task Files_go_with_the_text_to_the_grader()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.Attaches(activity, "whiteboard.png", SampleFiles.Png, "We drew a cell.");
        mentor.Page.FieldText(Coursework.YourText).ShouldBe("We drew a cell.", "adding a file without script takes the typed text along");
        await mentor.Attaches(activity, "Plan für März.pdf", SampleFiles.Pdf, "We drew a cell.");
        var page = await mentor.Attaches(activity, "slides.pptx", SampleFiles.Pptx, "We drew a cell.");
        Names(page).ShouldBe(["whiteboard.png", "Plan für März.pdf", "slides.pptx"]);

        Names(await mentor.Clicks("Look it over and hand in")).Count.ShouldBe(3);
        Names(await mentor.Clicks("Hand in")).Count.ShouldBe(3);
        page = await course.Instructor.OpensWorkOf(mentor, activity);
        Names(page).ShouldBe(["whiteboard.png", "Plan für März.pdf", "slides.pptx"]);
        page.Document.QuerySelectorAll(".files img").Length.ShouldBe(1);
        page.Document.QuerySelectorAll(".files iframe").Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_safe_is_shown_and_everything_else_downloaded()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.Attaches(activity, "board; 1 — März.png", SampleFiles.Png);
        await mentor.Attaches(activity, "notes", SampleFiles.Docx);
        await mentor.HandsIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        string picture = course.Instructor.Page.Document.QuerySelector(".files img")!.GetAttribute("src")!;
        string document = course.Instructor.Page.Document.QuerySelectorAll(".files a")[1].GetAttribute("href")!;

        var shown = await Opens(course.Instructor, picture);
        shown.ContentType.ShouldBe("image/png");
        Disposition(shown).ShouldStartWith("inline");
        shown.ContentSecurityPolicy.ShouldContain("sandbox");
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var downloaded = await Opens(course.Instructor, document);
        Disposition(downloaded).ShouldStartWith("attachment");
        Disposition(downloaded).ShouldContain("notes.docx");
        downloaded.ContentSecurityPolicy.ShouldContain("default-src 'none'");
        Disposition(await Opens(course.Instructor, picture + "?download=true")).ShouldStartWith("attachment");
    }

    public static TheoryData<string, byte[], string> NotTaken => new()
    {
        { "setup.png", [0x4D, 0x5A, 0x90, 0, 3, 0], "no picture, PDF, Word" },
        { "page.pdf", "<script>alert(1)</script>"u8.ToArray(), "no picture, PDF, Word" },
        { "macros.docx", SampleFiles.Macros, "no picture, PDF, Word" },
        { "picture.pdf", SampleFiles.Png, "says one kind and its content is another" },
        { "picture.png.exe", SampleFiles.Png, "says one kind and its content is another" },
        { "empty.pdf", [], "is empty" },
    };

    [Theory]
    [MemberData(nameof(NotTaken))]
    public async Task A_file_that_is_not_what_it_says_is_refused_in_words_and_the_text_stays(string name, byte[] content, string words)
    {
        var (_, mentor, activity) = await world.OpensACourse();
        var page = await mentor.Attaches(activity, name, content, "Dear words.");
        page.Status.ShouldBe(200);
        page.Says.ShouldContain(words);
        Names(page).ShouldBeEmpty();
        page.FieldText(Coursework.YourText).ShouldBe("Dear words.");
    }

    [Fact]
    public async Task No_more_than_ten_and_none_too_large()
    {
        var (_, mentor, activity) = await world.OpensACourse();
        for (int i = 1; i <= 9; i++)
            await mentor.Attaches(activity, string.Create(CultureInfo.InvariantCulture, $"{i}.png"), SampleFiles.Png);
        // Two windows add the tenth at the same moment.
        var pages = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Sends(mentor, activity, "last.png", SampleFiles.Png, part: true)));
        pages.Select(page => page.Status).ShouldBe([200, 200]);
        pages.Count(page => page.Body.Contains("There are 10 files already", StringComparison.Ordinal)).ShouldBe(1);
        Names(await mentor.GoesTo($"/reflections/{activity}")).Count.ShouldBe(10);

        (await Sends(mentor, activity, "huge.png", [.. SampleFiles.Png, .. new byte[25 * 1024 * 1024]], part: true)).Body.ShouldContain("larger than 25 MB");
        (await Sends(mentor, activity, "vast.png", new byte[30 * 1024 * 1024], part: true)).Status.ShouldBe(413);
    }

    [Fact]
    public async Task Nobody_sees_the_files_of_a_draft_and_only_graders_those_that_were_handed_in()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.Attaches(activity, "private.png", SampleFiles.Png);
        string file = mentor.Page.Document.QuerySelector(".files a")!.GetAttribute("href")!.Split('?')[0];
        string path = file[file.IndexOf("/files/", StringComparison.Ordinal)..];
        var other = course.Mentor(1);
        await other.OpensLink(course.Link);
        (await mentor.GoesTo(path)).Status.ShouldBe(200);
        (await other.GoesTo(path)).Status.ShouldBe(404);
        (await course.Instructor.GoesTo(path)).Status.ShouldBe(404);

        await mentor.OpensLink(course.Link);
        await mentor.HandsIn();
        (await course.Instructor.GoesTo(path)).Status.ShouldBe(200);
        (await other.GoesTo(path)).Status.ShouldBe(404);
        await mentor.OpensLink(course.Link);
        await mentor.Clicks("Take it back");
        (await course.Instructor.GoesTo(path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_was_handed_in_keeps_its_files()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.Attaches(activity, "first.png", SampleFiles.Png);
        await mentor.HandsIn();
        (await Sends(mentor, activity, "late.png", SampleFiles.Png, part: true)).Body.ShouldContain("handed in already");
        string id = mentor.Page.Document.QuerySelector(".files a")!.GetAttribute("href")!.Split('/')[^1].Split('?')[0];
        await mentor.Posts($"/reflections/{activity}?handler=Files&part=true", ("remove", id));
        Names(await mentor.OpensLink(course.Link)).ShouldBe(["first.png"]);

        await mentor.Clicks("Take it back");
        Names(await mentor.Clicks("Remove first.png")).ShouldBeEmpty();
        await mentor.Attaches(activity, "second.png", SampleFiles.Png);
        Names(await mentor.HandsIn()).ShouldBe(["second.png"]);
        Names(await course.Instructor.OpensWorkOf(mentor, activity)).ShouldBe(["second.png"]);
    }

    [Fact]
    public async Task A_picture_without_a_word_can_be_handed_in()
    {
        var (_, mentor, activity) = await world.OpensACourse();
        await mentor.Attaches(activity, "poster.png", SampleFiles.Png, "");
        (await mentor.HandsIn()).Chip.ShouldBe("Handed in");
    }

    [Fact]
    public async Task What_an_instructor_gives_to_read_stands_below_the_prompt()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        var page = await course.Instructor.See(course.Instructor.SendsFile($"/reflections/edit/{activity}?handler=Files", "reading.pdf", SampleFiles.Pdf));
        Names(page).ShouldBe(["reading.pdf"]);
        var mentor = course.Mentor();
        page = await mentor.OpensLink(course.Link);
        Names(page).ShouldBe(["reading.pdf"]);
        string path = page.Document.QuerySelector(".files a")!.GetAttribute("href")!;
        (await Opens(mentor, path)).ContentType.ShouldBe("application/pdf");

        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        Names(await course.Instructor.Clicks("Remove reading.pdf")).ShouldBeEmpty();
        (await Opens(mentor, path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_upload_cut_in_the_middle_leaves_nothing()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        var url = mentor.At($"/reflections/{activity}?handler=Files&part=true");
        var cancel = TestContext.Current.CancellationToken;
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(url.Host, url.Port, cancel);
            string begin = $"--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{mentor.Token}\r\n--b\r\nContent-Disposition: form-data; name=\"File\"; filename=\"cut.png\"\r\n\r\n";
            string head = $"POST {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nCookie: {mentor.Browser.CookiesFor(url)}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2000000\r\n\r\n{begin}";
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(head), cancel);
            await client.GetStream().WriteAsync(SampleFiles.Png, cancel);
            await client.GetStream().WriteAsync(new byte[500_000], cancel);
        }

        Names(await mentor.OpensLink(course.Link)).ShouldBeEmpty();
        string arriving = Path.Combine(world.Tool.Services.GetRequiredService<FileStore>().Folder, "arriving");
        await Eventually.Is(() => !Directory.Exists(arriving) || Directory.GetFiles(arriving).Length == 0, "no half file lies about");
    }

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll(".files .file-name").Select(Page.Text)];

    private static string Disposition(Page page) => page.ContentDisposition ?? "";

    private static Task<Page> Opens(Person person, string path) => person.Browser.GetAsync(new Uri(person.Page.Url, path));

    private static Task<Page> Sends(Person mentor, Guid activity, string name, byte[] content, bool part) =>
        mentor.SendsFile($"/reflections/{activity}?handler=Files&part={(part ? "true" : "false")}", name, content);
}

[Collection(OnSqlite.Name)]
public sealed class AttachmentStoriesOnSqlite(SqliteWorld world) : AttachmentStories(world);

[Collection(OnPostgres.Name)]
public sealed class AttachmentStoriesOnPostgres(PostgresWorld world) : AttachmentStories(world);
