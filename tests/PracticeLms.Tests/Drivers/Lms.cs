using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Troubles;

namespace PracticeLms.Tests.Drivers;

/// <summary>A practice LMS on a port of its own, with the tool it knows.</summary>
internal sealed class Lms : IAsyncDisposable
{
    private readonly WebApplication app;

    private Lms(WebApplication app, Tool tool, Uri address)
    {
        this.app = app;
        Tool = tool;
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        Tool.Meet(this);
    }

    public Tool Tool { get; }

    public HttpClient Http { get; }

    public string Url => Http.BaseAddress!.AbsoluteUri.TrimEnd('/');

    public Campus Campus => app.Services.GetRequiredService<Campus>();

    public Mischief Mischief => app.Services.GetRequiredService<Mischief>();

    public Course Course => Campus.Courses[0];

    public LineItem Column => Course.LineItems[0];

    public Grade GradeOf(string person) => Column.CellOf(person).Grade;

    public static async Task<Lms> StartAsync(string manner, string data = "")
    {
        var tool = await Tool.StartAsync();
        var built = PracticeLmsBuilder.Build(["--urls", "http://127.0.0.1:0"], options =>
        {
            options.Data = data;
            options.Manner = manner;
            options.Tool = tool.Address;
        });
        await built.StartAsync();
        return new(built, tool, new(built.Urls.First()));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path);

    public Task<string> ReadAsync(string path) => Http.GetStringAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent body) => Http.PostAsync(path, body);

    public Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form) => PostAsync(path, new FormUrlEncodedContent(form));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await Tool.DisposeAsync();
    }
}
