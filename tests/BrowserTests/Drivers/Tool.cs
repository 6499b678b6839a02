using MentorCourseLti;
using MentorCourseLti.Commands;
using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Reminders;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BrowserTests.Drivers;

/// <summary>The tool on a port of its own, at 127.0.0.1, with a database of its own.</summary>
internal sealed class Tool : IAsyncDisposable
{
    /// <summary>What the administrator types at /lti/invite.</summary>
    public const string AdministratorsKey = "a key of more than twenty characters";

    private readonly WebApplication app;
    private readonly TempFolder folder;

    private Tool(WebApplication app, TempFolder folder, string url, ErrorLog errors)
    {
        this.app = app;
        this.folder = folder;
        Url = url;
        Errors = errors;
    }

    public string Url { get; }

    public ErrorLog Errors { get; }

    /// <param name="lms">The LMS that is registered by hand; none where it registers itself.</param>
    /// <param name="timeZone">Where its courses are.</param>
    public static async Task<Tool> StartAsync(string? lms, string timeZone)
    {
        var data = new TempFolder();
        var errors = new ErrorLog();
        await EmptyDatabase.CopyToAsync(data.File("course.db"));
        string url = FreePort.Address().GetLeftPart(UriPartial.Authority);
        string[] settings =
        [
            $"--urls={url}",
            $"--MentorCourse:PublicUrl={url}",
            "--MentorCourse:AllowPrivateNetworks=true",
            $"--MentorCourse:Administration:Key={AdministratorsKey}",
            $"--MentorCourse:DefaultTimeZone={timeZone}",
            "--MentorCourse:Database:Provider=Sqlite",
            $"--ConnectionStrings:MentorCourse=Data Source={data.File("course.db")}",
            // It reports duplicates that the application expects and handles.
            "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None",
        ];
        var built = MentorCourseBuilder.Build(settings, builder => builder.Logging.ClearProviders().AddProvider(errors));
        var tool = new Tool(built, data, url, errors);
        if (lms is not null) await tool.RegisterAsync(lms);
        await built.StartAsync();
        return tool;
    }

    /// <summary>What <c>platforms add</c> on the command line does.</summary>
    private Task RegisterAsync(string lms) => CommandAsync(PlatformCommands.AddAsync,
        "--issuer", lms, "--client-id", "mentor-course", "--name", "Practice LMS", "--deployment", "1",
        "--authorization", $"{lms}/lti/authorize", "--token", $"{lms}/lti/token", "--jwks", $"{lms}/lti/jwks");

    /// <summary>What <c>platforms invite</c> on the command line prints.</summary>
    public async Task<string> InviteAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var output = new StringWriter();
        await PlatformCommands.InviteAsync(scope.ServiceProvider, CommandArguments.Parse([]), output, CancellationToken.None);
        return output.ToString().Split(Environment.NewLine)[0];
    }

    /// <summary>What <c>sample</c> on the command line makes: a course in its sixth week, whose grades are on their way.</summary>
    public Task AddLivingCourseAsync(string lms, int members) =>
        CommandAsync(SampleCommand.RunAsync, "--issuer", lms, "--courses", "1", "--members", $"{members}", "--line-items", $"{lms}/mod/lti/services.php/{{context}}/lineitems?type_id=1");

    /// <summary>A course that is set up, in which nobody has written anything.</summary>
    public Task AddSampleCourseAsync(string lms, int members) =>
        CommandAsync(SampleCommand.RunAsync, "--issuer", lms, "--courses", "1", "--members", $"{members}", "--week", "0");

    /// <summary>What the job does in the morning, whatever the hour.</summary>
    public async Task RemindAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var courses = from course in db.Courses join programme in db.Programmes on course.ProgrammeId equals programme.Id select new { course.Id, programme.TimeZone };
        foreach (var course in await courses.ToListAsync())
            await scope.ServiceProvider.GetRequiredService<ReminderRounds>().RunAsync(course.Id, QuietHours.DayOf(now, WallClock.ZoneOf(course.TimeZone)), now, CancellationToken.None);
    }

    /// <summary>From now on the tool believes that it can send e-mail.</summary>
    public void HasMailServer() => (Mail.Host, Mail.From) = ("mail.example.edu", "mentor@example.edu");

    /// <summary>The address that an e-mail to somebody ends with.</summary>
    public string UnsubscribeAddress(Guid platform, string subject) => app.Services.GetRequiredService<Unsubscription>().AddressOf(new Uri(Url), platform, subject).ToString();

    private MentorCourseOptions.MailSection Mail => app.Services.GetRequiredService<IOptions<MentorCourseOptions>>().Value.Mail;

    public async Task InDatabaseAsync(Func<CourseDb, Task> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<CourseDb>());
    }

    public async ValueTask DisposeAsync()
    {
        // Browsers hold their connections open; a stop need not wait for them.
        using (var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
            await app.StopAsync(hurry.Token);
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private async Task CommandAsync(Func<IServiceProvider, CommandArguments, TextWriter, CancellationToken, Task> command, params string[] arguments)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await command(scope.ServiceProvider, CommandArguments.Parse(arguments), TextWriter.Null, CancellationToken.None);
    }
}
