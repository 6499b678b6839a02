using AngleSharp.Html.Dom;
using PracticeLms.Courses;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>Somebody at a browser, in the words of the stories.</summary>
/// <param name="course">None for the people of a <see cref="MentoringYear"/>.</param>
public sealed class Person(Classroom? course, string id, Browser browser)
{
    public string Id => id;

    public string Name => course is null ? $"The {id}" : course.Lms.Campus.FindPerson(id)!.Name;

    public Browser Browser => browser;

    /// <summary>What stands on the screen.</summary>
    public Page Page { get; private set; } = null!;

    /// <summary>Launches from the LMS's course page, as whoever the LMS says the person is.</summary>
    public Task<Page> OpensLink(string link, string? role = null) =>
        See(browser.GetAsync(new Uri(course!.Lms.Address, $"/practice/launch?user={id}&link={link}{(role is null ? "" : $"&role={role}")}")));

    /// <summary>An address below the present visit.</summary>
    public Task<Page> GoesTo(string path) => See(browser.GetAsync(At(path)));

    public Task<Page> Reloads() => See(browser.GetAsync(Page.Url));

    public Task<Page> Clicks(string name) => Page.Clickable(name) switch
    {
        IHtmlAnchorElement link => See(browser.GetAsync(new Uri(link.Href))),
        IHtmlButtonElement { Form: { } form } button => See(browser.SubmitAsync(form, button)),
        var other => throw new InvalidOperationException($"{other.OuterHtml} does nothing without script."),
    };

    public void Fills(string label, string text)
    {
        switch (Page.Field(label))
        {
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case IHtmlSelectElement select:
                select.Value = text;
                break;
            case IHtmlInputElement input:
                input.Value = text;
                break;
        }
    }

    public void Checks(string label) => ((IHtmlInputElement)Page.Field(label)).IsChecked = true;

    /// <summary>A form's post by hand, with the antiforgery token of the page on the screen.</summary>
    public Task<Page> Posts(string path, params (string Name, string Value)[] fields) =>
        See(browser.PostAsync(At(path), Form([.. fields, ("__RequestVerificationToken", Token)])));

    public string Token => Page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

    public Uri At(string path) => new(Page.Url, Page.Visit + path);

    public async Task<Page> See(Task<Page> coming)
    {
        Page = await coming;
        Page.Status.ShouldBeLessThan(500, $"{Page.Url}\n{Page.Body}");
        // A text whose place for a name or a number was not filled.
        $"{Page.Document.Title} {Page.Says}".ShouldNotContain("{0}", customMessage: $"{Page.Url}");
        return Page;
    }

    public static IEnumerable<KeyValuePair<string, string>> Form(IEnumerable<(string Name, string Value)> fields) =>
        fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
