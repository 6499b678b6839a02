using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Reminders;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Reminders;

/// <summary>
/// <c>/reminders/unsubscribe/{token}</c>, from an e-mail: no visit, no antiforgery, since mail programs post to it by themselves (RFC 8058, 3.2). Opening it
/// changes nothing, since they open links by themselves, too.
/// </summary>
internal static class UnsubscribePage
{
    private const string View = "/Features/Reminders/Unsubscribe.cshtml";
    private const string Route = Unsubscription.Path + "{token}";

    public static void MapUnsubscribe(this IEndpointRouteBuilder app)
    {
        app.MapGet(Route, (string token, HttpContext http, Unsubscription unsubscription) => unsubscription.Read(token) is null
            ? WriteAsync(http, UnsubscribeStep.NotOurs)
            : WriteAsync(http, UnsubscribeStep.Ask));
        app.MapPost(Route, UnsubscribeAsync);
    }

    private static async Task UnsubscribeAsync(string token, HttpContext http, Unsubscription unsubscription, ReminderDesk desk, CourseDb db)
    {
        if (unsubscription.Read(token) is not { } person || !await db.Platforms.AnyAsync(platform => platform.Id == person.Platform, http.RequestAborted))
        {
            await WriteAsync(http, UnsubscribeStep.NotOurs);
            return;
        }

        await desk.UnsubscribeAsync(person.Platform, person.Subject, http.RequestAborted);
        await WriteAsync(http, UnsubscribeStep.Done);
    }

    private static Task WriteAsync(HttpContext http, UnsubscribeStep step) =>
        ViewPage.WriteAsync(http, View, step is UnsubscribeStep.NotOurs ? StatusCodes.Status404NotFound : StatusCodes.Status200OK, new UnsubscribeView(step));
}

public enum UnsubscribeStep
{
    Ask,
    Done,
    NotOurs,
}

public sealed record UnsubscribeView(UnsubscribeStep Step);
