using System.Globalization;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Data.Stores;
using MentorCourseLti.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Commands;

/// <summary>Registers LMSs by hand.</summary>
internal static class PlatformCommands
{
    /// <summary>Adds a registration, or changes the one with this issuer and client id.</summary>
    public static async Task AddAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string issuer = arguments.Required("--issuer");
        string clientId = arguments.Required("--client-id");
        var authorization = arguments.RequiredUrl("--authorization");
        var token = arguments.RequiredUrl("--token");
        var jwks = arguments.RequiredUrl("--jwks");
        var deployments = arguments.All("--deployment");
        string? name = arguments.Optional("--name");
        string? frameAncestors = arguments.Optional("--frame-ancestors");
        arguments.RefuseOthers();
        if (deployments.Count == 0)
            throw new CommandException("--deployment is missing.");
        RefusePlainHttp(services, authorization, token, jwks);

        var db = services.GetRequiredService<CourseDb>();
        var row = await db.Platforms.Include(platform => platform.Deployments)
            .SingleOrDefaultAsync(platform => platform.Issuer == issuer && platform.ClientId == clientId, cancel);
        bool isNew = row is null;
        if (row is null)
        {
            row = new PlatformRow
            {
                Id = Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow()),
                Name = name ?? authorization.Host,
                Issuer = issuer,
                ClientId = clientId,
                AuthorizationEndpoint = "",
                TokenEndpoint = "",
                JwksUri = "",
            };
            db.Add(row);
        }

        (row.AuthorizationEndpoint, row.TokenEndpoint, row.JwksUri) = (authorization.ToString(), token.ToString(), jwks.ToString());
        (row.Name, row.FrameAncestors) = (name ?? row.Name, Origins(frameAncestors) ?? row.FrameAncestors);
        row.RemovedAt = null;
        foreach (string deployment in deployments)
            row.Approve(deployment);
        await db.SaveChangesAsync(cancel);
        await output.WriteLineAsync($"{(isNew ? "Added" : "Changed")} {row.Name}: {issuer}, client id {clientId}, deployments {Deployments(row)}.");
    }

    public static async Task ListAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        arguments.RefuseOthers();
        var db = services.GetRequiredService<CourseDb>();
        var rows = await db.Platforms.AsNoTracking().Include(platform => platform.Deployments).OrderBy(platform => platform.Name).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            await output.WriteLineAsync("No platforms yet. Add one with: platforms add --issuer ... (see help)");
            return;
        }

        foreach (var row in rows)
        {
            int courses = await db.Courses.CountAsync(course => course.PlatformId == row.Id, cancel);
            await output.WriteLineAsync(row.Name + (row.RemovedAt is null ? "" : " (removed)"));
            await output.WriteLineAsync($"  issuer         {row.Issuer}");
            await output.WriteLineAsync($"  client id      {row.ClientId}");
            await output.WriteLineAsync($"  authorization  {row.AuthorizationEndpoint}");
            await output.WriteLineAsync($"  token          {row.TokenEndpoint}");
            await output.WriteLineAsync($"  jwks           {row.JwksUri}");
            await output.WriteLineAsync($"  deployments    {Deployments(row)}");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  courses        {courses}"));
        }
    }

    /// <summary>Removes a registration. With courses it is only closed: what people wrote in them stays.</summary>
    public static async Task RemoveAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string issuer = arguments.Required("--issuer");
        string? clientId = arguments.Optional("--client-id");
        arguments.RefuseOthers();

        var db = services.GetRequiredService<CourseDb>();
        var rows = await db.Platforms.Where(platform => platform.Issuer == issuer && (clientId == null || platform.ClientId == clientId)).ToListAsync(cancel);
        if (rows is not [var row])
        {
            throw new CommandException(rows.Count == 0
                ? "There is no such platform. \"platforms list\" shows those there are."
                : "Several registrations have this issuer: say which with --client-id.");
        }

        bool hasCourses = await db.Courses.AnyAsync(course => course.PlatformId == row.Id, cancel);
        if (hasCourses)
            row.RemovedAt = services.GetRequiredService<TimeProvider>().GetUtcNow();
        else
            db.Remove(row);
        await db.SaveChangesAsync(cancel);
        await output.WriteLineAsync(hasCourses
            ? $"Closed {row.Name}: nobody can launch from it and no grades go to it. Its courses and what was written in them are kept; adding it again opens them."
            : $"Removed {row.Name}.");
    }

    /// <summary>Prints an address that one LMS may register itself with.</summary>
    public static async Task InviteAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string? name = arguments.Optional("--name");
        arguments.RefuseOthers();
        string code = await new Invitations(services.GetRequiredService<CourseDb>(), services.GetRequiredService<TimeProvider>()).MakeAsync(PlainText.Line(name, Lengths.Title), cancel);
        await output.WriteLineAsync(Invitations.AddressOf(services.GetRequiredService<IOptions<MentorCourseOptions>>().Value.PublicUri, code));
        await output.WriteLineAsync("Give this address to the LMS as the tool's registration URL (dynamic registration). It works once, within 24 hours.");
    }

    private static string Deployments(PlatformRow row) =>
        string.Join(", ", row.Deployments.Select(deployment => deployment.IsApproved ? deployment.DeploymentId : $"{deployment.DeploymentId} (not approved)"));

    private static string? Origins(string? text)
    {
        if (text is null)
            return null;
        string[] origins = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        foreach (string origin in origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
                throw new CommandException($"--frame-ancestors takes origins such as https://canvas.example.edu, not \"{origin}\".");
        }

        return string.Join(' ', origins);
    }

    private static void RefusePlainHttp(IServiceProvider services, params ReadOnlySpan<Uri> urls)
    {
        if (services.GetRequiredService<IOptions<MentorCourseOptions>>().Value.AllowPrivateNetworks)
            return;
        foreach (var url in urls)
        {
            if (url.Scheme != Uri.UriSchemeHttps)
                throw new CommandException($"{url} does not start with https://. (For try-outs: MentorCourse__AllowPrivateNetworks=true.)");
        }
    }
}
