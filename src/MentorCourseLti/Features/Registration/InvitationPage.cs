using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Data.Stores;
using MentorCourseLti.Hosting;

namespace MentorCourseLti.Features.Registration;

/// <summary>
/// <c>/lti/invite</c>: an administrator who has the key of the settings makes an invitation, without the command line. There is no
/// such page where no key is set. It has no session: whoever makes another invitation shows the key again.
/// </summary>
internal static class InvitationPage
{
    private const string Path = "/lti/invite";
    private const string View = "/Features/Registration/Invite.cshtml";
    private const int TriesPerMinute = 10;

    public static void MapInvitationPage(this IEndpointRouteBuilder app, MentorCourseOptions options)
    {
        if (options.Administration.Key is not { } key)
            return;
        // A key that can be tried without end can be found. One count for all: behind a proxy everybody may have one address.
        var wrongTries = new FixedWindowRateLimiter(new FixedWindowRateLimiterOptions { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) });
        app.MapGet(Path, (HttpContext http) => ViewPage.WriteAsync(http, View, StatusCodes.Status200OK, new InviteView()));
        app.MapPost(Path, (HttpContext http, Invitations invitations) => InviteAsync(http, key, wrongTries, invitations, options));
    }

    private static async Task InviteAsync(HttpContext http, string key, FixedWindowRateLimiter wrongTries, Invitations invitations, MentorCourseOptions options)
    {
        if (!http.Request.HasFormContentType)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string? name = PlainText.Line(form["name"], Lengths.Title);
        // Once there were too many, not even the right key is looked at: otherwise the limit would slow nobody down.
        if (wrongTries.GetStatistics() is { CurrentAvailablePermits: 0 })
        {
            await ViewPage.WriteAsync(http, View, StatusCodes.Status429TooManyRequests, new InviteView { Name = name, Problem = InviteProblem.TooManyTries });
            return;
        }

        if (!IsKey(form["key"].ToString(), key))
        {
            using var counted = wrongTries.AttemptAcquire();
            await ViewPage.WriteAsync(http, View, StatusCodes.Status403Forbidden, new InviteView { Name = name, Problem = InviteProblem.WrongKey });
            return;
        }

        string code = await invitations.MakeAsync(name, http.RequestAborted);
        await ViewPage.WriteAsync(http, View, StatusCodes.Status200OK, new InviteView { Name = name, Address = Invitations.AddressOf(options.PublicUri, code) });
    }

    private static bool IsKey(string typed, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(typed.Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

public enum InviteProblem
{
    WrongKey,
    TooManyTries,
}

public sealed record InviteView
{
    /// <summary>What the LMS is to be called.</summary>
    public string? Name { get; init; }

    /// <summary>The invitation, once it is made.</summary>
    public string? Address { get; init; }

    public InviteProblem? Problem { get; init; }
}
