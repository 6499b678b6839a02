using PracticeLms.Courses;

namespace PracticeLms.Services;

/// <summary>What the gradebook shows (AGS 2.0, result service).</summary>
internal sealed class ResultService(Campus campus, ServiceAddresses addresses, Paging paging)
{
    public async Task ListAsync(HttpContext http)
    {
        var course = campus.FindCourse((string?)http.Request.RouteValues["course"]);
        if (http.Unserved(campus, MediaTypes.Results) is { } refusal)
        {
            await http.RefuseAsync(campus, refusal);
        }
        else if (course?.FindLineItem((string)http.Request.RouteValues["item"]!) is not { } item)
        {
            await http.RefuseAsync(campus, new(StatusCodes.Status404NotFound, "There is no such column."));
        }
        else
        {
            var wanted = http.Request.Query["user_id"].ToString();
            var url = addresses.LineItem(item);
            var results = course.Mentors.Append(course.TestStudent)
                .Where(person => wanted.Length == 0 || person.Id == wanted)
                .Select(person => (person.Id, Cell: item.FindCell(person.Id)))
                .Where(entry => entry.Cell is not null)
                .Select(entry => campus.Manner.Result(addresses.Result(item, entry.Id), url, entry.Id, entry.Cell!.Grade, item.ScoreMaximum));
            await http.AnswerAsync(
                StatusCodes.Status200OK, paging.Page(http, [.. results]), ServiceJson.Default.IReadOnlyListResultBody, MediaTypes.Results);
        }
    }
}
