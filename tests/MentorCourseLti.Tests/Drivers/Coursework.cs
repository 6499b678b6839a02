using System.Globalization;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>What people do in a course, step by step through the pages.</summary>
public static class Coursework
{
    public const string YourText = "Your reflection";
    public const string OverallComment = "Overall comment";

    /// <summary>The instructor opens a link that nobody has set up and makes a new reflection of it. Returns the reflection's id.</summary>
    public static async Task<Guid> SetsUp(this Person instructor, string link, string title = "The first meeting", string points = "20", string due = "", string closes = "")
    {
        await instructor.OpensLink(link);
        await instructor.Clicks("A new reflection");
        instructor.Fills("Title", title);
        instructor.Fills("Points", points);
        instructor.Fills("Due", due);
        instructor.Fills("Closes", closes);
        await instructor.Clicks("Create");
        instructor.Page.Path.ShouldEndWith("/submissions", customMessage: instructor.Page.Says);
        return Guid.Parse(instructor.Page.Path.Split('/')[2]);
    }

    public static Task<Guid> IsSetUp(this Classroom course) => course.Instructor.SetsUp(course.Link);

    /// <summary>As a field wants it, in the courses' zone: UTC, where no setting says otherwise.</summary>
    public static string LocalIn(double days = 0, double hours = 0) => TimeProvider.System.GetUtcNow().AddDays(days).AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Without script: the text is saved by the button.</summary>
    public static Task<Page> Writes(this Person mentor, string text)
    {
        mentor.Fills(YourText, text);
        return mentor.Clicks("Save draft");
    }

    /// <summary>Without script: the form brings the text along.</summary>
    public static Task<Page> Attaches(this Person mentor, Guid activity, string name, byte[] content, string text = "Words.") => mentor.See(mentor.SendsFile(
        $"/reflections/{activity}?handler=Files", name, content,
        ("Text", text), ("Version", mentor.Page.Document.QuerySelector("input[name=Version]")!.GetAttribute("value")!)));

    public static async Task<Page> SendsFile(this Person person, string path, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Append(("__RequestVerificationToken", person.Token)))
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(content), "File", name);
        return await person.Browser.PostAsync(person.At(path), await form.ReadAsByteArrayAsync(), form.Headers.ContentType!.ToString());
    }

    public static async Task<Page> HandsIn(this Person mentor)
    {
        await mentor.Clicks("Look it over and hand in");
        return await mentor.Clicks("Hand in");
    }

    public static async Task<Page> HandsIn(this Person mentor, string link, string text)
    {
        await mentor.OpensLink(link);
        await mentor.Writes(text);
        return await mentor.HandsIn();
    }

    /// <summary>Opens what a mentor handed in, from the list.</summary>
    public static async Task<Page> OpensWorkOf(this Person instructor, Person mentor, Guid activity)
    {
        await instructor.GoesTo($"/reflections/{activity}/submissions");
        return await instructor.Clicks(mentor.Name);
    }

    /// <summary>Chooses a level for each criterion, by its key, and releases.</summary>
    public static Task<Page> Grades(this Person instructor, string levels, string comment = "")
    {
        instructor.Chooses(levels);
        instructor.Fills(OverallComment, comment);
        return instructor.Releases();
    }

    public static void Chooses(this Person instructor, string levels)
    {
        string[] keys = levels.Split(' ');
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (var level in instructor.Page.Document.QuerySelectorAll($"input[name='Form.Levels[{i}]']").OfType<AngleSharp.Html.Dom.IHtmlInputElement>())
                level.IsChecked = level.Value == keys[i];
        }
    }

    /// <summary>Fifty minutes with a mentee, where nothing else is said, on a day of the past.</summary>
    public static async Task<Page> Logs(
        this Person mentor, string link, string who, string date = "2026-02-06", string did = "We read a graph.", string start = "15:00", string end = "15:50")
    {
        await mentor.OpensLink(link);
        await mentor.Clicks("Log a session");
        mentor.Fills("Date", date);
        mentor.Fills("From", start);
        mentor.Fills("To", end);
        mentor.Fills(mentor.Page.Document.QuerySelector("label[for=others]")!.TextContent, who);
        mentor.Fills("What did you do?", did);
        return await mentor.Clicks("Log it");
    }

    /// <summary>A group without a weekly slot, with one mentor. Ends on the group's page.</summary>
    public static async Task<Page> HasGroup(this Person instructor, string name, Person? mentor = null, string mentees = "Bo, Ana")
    {
        await instructor.GoesTo("/groups/edit");
        instructor.Fills("Name", name);
        instructor.Fills("Mentor", mentor?.Id ?? "");
        instructor.Fills("Mentees", mentees);
        await instructor.Clicks("Make the group");
        instructor.Page.Heading.ShouldBe(name, instructor.Page.Says);
        return instructor.Page;
    }

    public static Task<Page> Releases(this Person instructor) => instructor.Clicks("Release");
}
