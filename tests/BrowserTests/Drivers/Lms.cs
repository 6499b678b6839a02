using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PracticeLms;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Troubles;

namespace BrowserTests.Drivers;

/// <summary>The practice LMS on a port of its own, at localhost: another site than the tool's, as in life.</summary>
internal sealed class Lms : IAsyncDisposable
{
    private readonly WebApplication app;

    private Lms(WebApplication app, string url)
    {
        this.app = app;
        Url = url;
    }

    public string Url { get; }

    public Campus Campus => app.Services.GetRequiredService<Campus>();

    public Course Course => Campus.Courses[0];

    public Mischief Mischief => app.Services.GetRequiredService<Mischief>();

    public static async Task<Lms> StartAsync(string manner, int links, int members)
    {
        string url = FreePort.Address("localhost").GetLeftPart(UriPartial.Authority);
        var built = PracticeLmsBuilder.Build(["--urls", url], options =>
        {
            options.Data = "";
            options.Manner = manner;
            options.Links = links;
            options.Members = members;
        });
        await built.StartAsync();
        return new(built, url);
    }

    public void Meet(Tool tool) => app.Services.GetRequiredService<PracticeLmsOptions>().Tool = new(tool.Url);

    public Grade GradeOf(Person person, string link) => Course.LineItems.Single(item => item.Label == link).CellOf(person.Id).Grade;

    public async ValueTask DisposeAsync()
    {
        using (var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
            await app.StopAsync(hurry.Token);
        await app.DisposeAsync();
    }
}
