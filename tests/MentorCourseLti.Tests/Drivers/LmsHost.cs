using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PracticeLms;
using PracticeLms.Courses;
using PracticeLms.Troubles;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>A practice LMS in this process, in the manner of Moodle or of Canvas. Each story takes a course that nobody has used.</summary>
public sealed class LmsHost : IAsyncDisposable
{
    public const string Moodle = "moodle";
    public const string Canvas = "canvas";

    private readonly WebApplication app;
    private int taken = -1;

    private LmsHost(WebApplication app, string manner) => (this.app, Manner, Address) = (app, manner, new Uri(app.Urls.First()));

    public string Manner { get; }

    public Uri Address { get; }

    public Campus Campus => app.Services.GetRequiredService<Campus>();

    public Mischief Mischief => app.Services.GetRequiredService<Mischief>();

    /// <summary>What <c>platforms add</c> wants to know.</summary>
    public IReadOnlyList<string> Registration
    {
        get
        {
            string url = Address.GetLeftPart(UriPartial.Authority);
            return
            [
                "--issuer", url, "--client-id", "mentor-course", "--name", Manner == Moodle ? "Moodle" : "Canvas", "--authorization", $"{url}/lti/authorize",
                "--token", $"{url}/lti/token", "--jwks", $"{url}/lti/jwks", "--deployment", "1",
            ];
        }
    }

    public static async Task<LmsHost> StartAsync(string manner, Uri tool, int courses = 1000, int mentorsEach = 26, string url = "http://127.0.0.1:0")
    {
        var built = PracticeLmsBuilder.Build(["--urls", url], options =>
        {
            (options.Data, options.Manner, options.Tool) = ("", manner, tool);
            (options.Courses, options.Members) = (courses, courses * mentorsEach);
        });
        await built.StartAsync();
        return new LmsHost(built, manner);
    }

    public Course NextCourse() =>
        Campus.Courses.ElementAtOrDefault(Interlocked.Increment(ref taken))
        ?? throw new InvalidOperationException($"All {Campus.Courses.Count} courses of this practice LMS are taken: start it with more.");

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
