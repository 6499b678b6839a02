namespace BrowserTests.Drivers;

/// <summary>An LMS, a tool that is registered with it, and the people in front of their screens.</summary>
internal sealed class School : IAsyncDisposable
{
    public const string Phoenix = "America/Phoenix";

    private readonly Chromium chromium;
    private readonly List<Person> people = [];

    private School(Chromium chromium, Lms lms, Tool tool) => (this.chromium, Lms, Tool) = (chromium, lms, tool);

    public Lms Lms { get; }

    public Tool Tool { get; }

    public static async Task<School> OpenAsync(Chromium chromium, string manner = "moodle", int links = 1, int members = 4, bool isRegistered = true, string timeZone = Phoenix)
    {
        var lms = await Lms.StartAsync(manner, links, members);
        var tool = await Tool.StartAsync(isRegistered ? lms.Url : null, timeZone);
        lms.Meet(tool);
        return new(chromium, lms, tool);
    }

    public Task<Person> InstructorAsync(Screen? screen = null) => ArriveAsync(Lms.Course.Instructor, screen);

    public Task<Person> MentorAsync(int number = 0, Screen? screen = null) => ArriveAsync(Lms.Course.Mentors[number], screen);

    /// <summary>Somebody sits down at a device of their own and logs in to the LMS.</summary>
    private async Task<Person> ArriveAsync(PracticeLms.Courses.Person who, Screen? screen)
    {
        var person = await Person.SitDownAsync(chromium, Lms.Url, Tool.Url, screen ?? new());
        people.Add(person);
        await person.LogInAsync(who);
        return person;
    }

    /// <summary>Everything that went wrong where nobody looked: consoles, policies, failed requests, the tool's log.</summary>
    public IReadOnlyList<string> Troubles => [.. people.SelectMany(person => person.Watch.Troubles), .. Tool.Errors.Errors];

    public async Task PictureAllAsync(string folder)
    {
        foreach (var person in people) await person.PictureAllAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) await person.DisposeAsync();
        await Tool.DisposeAsync();
        await Lms.DisposeAsync();
    }
}
