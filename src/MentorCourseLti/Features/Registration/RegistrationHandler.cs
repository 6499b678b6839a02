using Lti.Hosting;
using Lti.Platforms;
using Lti.Registration;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Data.Stores;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Refusals;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Registration;

/// <summary>An LMS that was invited registers itself; its administrator sees what was agreed.</summary>
internal sealed class RegistrationHandler(CourseDb db, Invitations invitations, PlatformStore platforms, TimeProvider clock) : IRegistrationHandler
{
    private const string View = "/Features/Registration/Registered.cshtml";

    private InvitationRow? invitation;

    public async ValueTask<ToolRegistration?> BeginAsync(HttpContext http, CancellationToken cancel)
    {
        // Without the rest of the address nothing can come of it: the invitation stays for when it is there.
        if (!http.Request.Query.ContainsKey("openid_configuration"))
        {
            await RefuseAsync(RegistrationErrors.ConfigurationMissing, http, cancel);
            return null;
        }

        invitation = await invitations.TakeAsync(http.Request.Query["invite"], cancel);
        if (invitation is not null)
            return ToolDescription.Registration;
        await RefusalPage.WriteAsync(http, Refusal.NoInvitation);
        return null;
    }

    public async ValueTask RegisteredAsync(RegisteredPlatform platform, HttpContext http, CancellationToken cancel)
    {
        var row = await StoreAsync(platform, cancel);
        SecurityHeaders.AllowAnyFrame(http);
        await ViewPage.WriteAsync(http, View, StatusCodes.Status200OK, new RegisteredView(row.Name, platform));
    }

    public async ValueTask RefuseAsync(RegistrationError error, HttpContext http, CancellationToken cancel)
    {
        if (invitation is not null)
            await invitations.GiveBackAsync(invitation);
        await RefusalPage.WriteAsync(http, new Refusal(error.Code, error.Status, error.Detail is null ? error.Message : $"{error.Message} ({error.Detail})"));
    }

    /// <summary>The same issuer and client id once more is the same registration.</summary>
    private async Task<PlatformRow> StoreAsync(RegisteredPlatform platform, CancellationToken cancel)
    {
        var row = await db.Platforms.Include(one => one.Deployments).SingleOrDefaultAsync(one => one.Issuer == platform.Issuer && one.ClientId == platform.ClientId, cancel);
        if (row is null)
        {
            row = new PlatformRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Name = "",
                Issuer = platform.Issuer,
                ClientId = platform.ClientId,
                AuthorizationEndpoint = "",
                TokenEndpoint = "",
                JwksUri = "",
            };
            db.Add(row);
        }

        (row.AuthorizationEndpoint, row.TokenEndpoint, row.JwksUri) = (platform.AuthorizationEndpoint.AbsoluteUri, platform.TokenEndpoint.AbsoluteUri, platform.JwksUri.AbsoluteUri);
        row.Name = invitation!.Name ?? (row.Name.Length > 0 ? row.Name : PlainText.Line($"{ProductOf(platform)} ({platform.AuthorizationEndpoint.Host})", Lengths.Title)!);
        row.Family = platform.Family;
        row.RemovedAt = null;
        if (platform.DeploymentId is { } deployment)
            row.Approve(deployment);
        await db.SaveChangesAsync(cancel);
        platforms.Forget(new PlatformId(row.Id), row.Issuer);
        return row;
    }

    private static string ProductOf(RegisteredPlatform platform) => platform.ProductFamilyCode is { Length: > 0 } code ? char.ToUpperInvariant(code[0]) + code[1..] : "LMS";
}

/// <param name="Name">What the platform is called here.</param>
public sealed record RegisteredView(string Name, RegisteredPlatform Platform)
{
    public IEnumerable<string> MissingScopes => Platform.AskedScopes.Except(Platform.GrantedScopes, StringComparer.Ordinal);
}
