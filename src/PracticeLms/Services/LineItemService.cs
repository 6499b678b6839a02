using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace PracticeLms.Services;

/// <summary>Columns of the gradebook (AGS 2.0, line item service).</summary>
internal sealed class LineItemService(Campus campus, ServiceAddresses addresses, Paging paging)
{
    public async Task ListAsync(HttpContext http)
    {
        if (http.Unserved(campus, MediaTypes.LineItems) is { } refusal)
        {
            await http.RefuseAsync(campus, refusal);
        }
        else if (CourseOf(http) is not { } course)
        {
            await http.RefuseAsync(campus, new(StatusCodes.Status404NotFound, "There is no such course."));
        }
        else
        {
            var found = course.LineItems.Where(item =>
                Fits(http, "resource_link_id", item.Facts.ResourceLinkId) && Fits(http, "resource_id", item.Facts.ResourceId) && Fits(http, "tag", item.Facts.Tag));
            var page = paging.Page(http, [.. found.Select(Body)]);
            await http.AnswerAsync(StatusCodes.Status200OK, page, ServiceJson.Default.IReadOnlyListLineItemBody, MediaTypes.LineItems);
        }
    }

    public async Task CreateAsync(HttpContext http)
    {
        if (CourseOf(http) is not { } course)
        {
            await http.RefuseAsync(campus, new(StatusCodes.Status404NotFound, "There is no such course."));
            return;
        }

        var (facts, refusal) = await ReadAsync(http);
        if (refusal is null && facts!.ResourceLinkId is { } link && course.FindLink(link) is null)
        {
            refusal = new(StatusCodes.Status400BadRequest, "resourceLinkId names no link of this course.");
        }

        if (refusal is not null) await http.RefuseAsync(campus, refusal);
        else await AnswerAsync(http, StatusCodes.Status201Created, campus.AddLineItem(course, facts!));
    }

    public Task ReadOneAsync(HttpContext http) =>
        http.Unserved(campus, MediaTypes.LineItem) is { } refusal ? http.RefuseAsync(campus, refusal)
        : LineItemOf(http) is { } item ? AnswerAsync(http, StatusCodes.Status200OK, item)
        : MissingAsync(http);

    public async Task ChangeAsync(HttpContext http)
    {
        if (LineItemOf(http) is not { } item)
        {
            await MissingAsync(http);
            return;
        }

        var (facts, refusal) = await ReadAsync(http);
        if (refusal is not null)
        {
            await http.RefuseAsync(campus, refusal);
            return;
        }

        // AGS 2.0, 3.2.7: a change never moves a column to another link.
        campus.Change(item, facts! with { ResourceLinkId = item.Facts.ResourceLinkId });
        await AnswerAsync(http, StatusCodes.Status200OK, item);
    }

    public Task DeleteAsync(HttpContext http)
    {
        if (LineItemOf(http) is not { } item) return MissingAsync(http);

        campus.Remove(item);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async ValueTask<(LineItemFacts? Facts, Refusal? Refusal)> ReadAsync(HttpContext http)
    {
        var (body, refusal) = await http.ReadAsync(campus, ServiceJson.Default.LineItemBody, MediaTypes.LineItem);
        if (body is null) return (null, refusal);

        var (facts, fault) = body.Read();
        return (facts, fault is null ? null : new(StatusCodes.Status400BadRequest, fault));
    }

    private Task AnswerAsync(HttpContext http, int status, LineItem item) =>
        http.AnswerAsync(status, Body(item), ServiceJson.Default.LineItemBody, MediaTypes.LineItem);

    private Task MissingAsync(HttpContext http) =>
        http.RefuseAsync(campus, new(StatusCodes.Status404NotFound, "There is no such column."));

    private LineItemBody Body(LineItem item) => LineItemBody.Of(item, addresses.LineItem(item));

    private Course? CourseOf(HttpContext http) => campus.FindCourse((string?)http.Request.RouteValues["course"]);

    private LineItem? LineItemOf(HttpContext http) => CourseOf(http)?.FindLineItem((string)http.Request.RouteValues["item"]!);

    private static bool Fits(HttpContext http, string filter, string? value) =>
        !http.Request.Query.TryGetValue(filter, out var wanted) || wanted == value;
}
