using System.Text.RegularExpressions;
using MentorCourseLti.Commands;
using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Tests.Drivers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ActivityId = MentorCourseLti.Internship.Activities.ActivityId;
using Activity = MentorCourseLti.Internship.Activities.Activity;
using ActivityKind = MentorCourseLti.Internship.Activities.ActivityKind;

namespace MentorCourseLti.Tests.Features;

/// <summary>What a page costs grows with what it shows, never in statements.</summary>
public sealed partial class StatementTests
{
    /// <summary>Tables of which there is a handful of rows, however many courses there are.</summary>
    private static readonly string[] Few = ["Platforms", "Deployments", "ToolKeys", "DataProtectionKeys"];

    private static readonly string[] Small = ["IX_Deliveries_Waiting", "IX_Deliveries_InTrouble"];

    [Fact]
    public async Task A_page_of_a_large_course_runs_as_many_statements_as_that_of_a_small_one()
    {
        var (small, large) = (await CountAsync(members: 5), await CountAsync(members: 60));
        large.Count.ShouldBe(small.Count);
        foreach (var (page, statements) in small)
            large[page].ShouldBe(statements, page);
        small.Values.ShouldAllBe(count => count <= 12);
        small["Home of instructor-0"].ShouldBeGreaterThan(3, "they are counted at all");
    }

    [Fact]
    public async Task A_morning_of_a_large_course_runs_as_many_statements_as_that_of_a_small_one() => (await CountMorningAsync(members: 60)).ShouldBe(await CountMorningAsync(members: 5));

    [Fact]
    public async Task A_library_of_many_rubrics_and_courses_runs_as_many_statements_as_a_small_one()
    {
        var (small, large) = (await CountLibraryAsync(courses: 2, rubrics: 2), await CountLibraryAsync(courses: 12, rubrics: 25));
        large.ShouldBe(small);
        small.ShouldAllBe(count => count <= 8);
    }

    [Fact]
    public async Task No_page_and_no_job_looks_through_what_all_courses_have_written()
    {
        var database = TestDatabase.OnSqlite();
        using var statements = new Statements(database.ConnectionString);
        await using var tool = await StartAsync(database, members: 5);
        await VisitAllAsync(tool, (_, visitAsync) => visitAsync());
        using var http = new HttpClient { BaseAddress = tool.Address };
        (await http.GetAsync("/metrics", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var course = await tool.AskAsync(db => db.Courses.Select(one => one.Id).SingleAsync());
        using (new System.Diagnostics.Activity("Jobs").Start())
        {
            await using var scope = tool.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ParticipationGrades>().RefreshAsync(course, TestContext.Current.CancellationToken);
            (await tool.WakesAsync(course, Mornings.NextMonday())).ShouldBeTrue();
        }

        var found = new List<string>();
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var (text, parameters) in statements.Texts)
        {
            foreach (string table in await ScannedAsync(connection, text, parameters))
                found.Add($"{table}: {text}");
        }

        statements.Texts.Count().ShouldBeGreaterThan(100, "they are looked at at all");
        string.Join("\n\n", found).ShouldBeEmpty();
    }

    /// <summary>Of the list, of a search, and of a long line of versions.</summary>
    private static async Task<IReadOnlyList<int>> CountLibraryAsync(int courses, int rubrics)
    {
        var database = TestDatabase.OnSqlite();
        using var statements = new Statements(database.ConnectionString);
        await using var tool = await StartAsync(database, members: 5);
        // A visit is opened while there is one course.
        var (root, cookie) = await tool.OpenVisitAsync(SampleNames.Instructor(0));
        using var http = new HttpClient { BaseAddress = tool.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var rubric = await tool.AskAsync(db => FillLibraryAsync(db, courses, rubrics));
        var counts = new List<int>();
        foreach (string path in new[] { "/rubrics", "/rubrics?find=mentoring", $"/rubrics/{rubric}/versions" })
        {
            (await http.GetAsync(root + path)).EnsureSuccessStatusCode();
            int before = statements.Count;
            (await http.GetAsync(root + path)).EnsureSuccessStatusCode();
            counts.Add(statements.Count - before);
        }

        return counts;
    }

    /// <summary>Rubrics of the instructor's course, each changed as often as there are, and of other courses of the same instructor.</summary>
    private static async Task<RubricId> FillLibraryAsync(CourseDb db, int courses, int rubrics)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (home, me) = (await db.Courses.SingleAsync(), await db.Members.SingleAsync(member => member.Role == MemberRole.Instructor));
        var made = new List<Rubric>();
        for (int number = 0; number < courses; number++)
        {
            var (programme, other) = Course.Start(home.PlatformId, home.DeploymentId, $"other-{number}", $"Other {number}", label: null, home.TimeZone, now);
            db.AddRange(programme, other, new Member { Id = MemberId.New(now), CourseId = other.Id, Subject = me.Subject, Role = MemberRole.Instructor, JoinedAt = now });
            foreach (var course in new[] { home, other }.Skip(number == 0 ? 0 : 1))
                made.AddRange(Enumerable.Range(0, rubrics).Select(_ => ReadyRubrics.Reflection(course.Id, now)));
        }

        db.AddRange(made);
        foreach (var rubric in made.Where(one => one.CourseId == home.Id))
            db.AddRange(Enumerable.Range(1, rubrics).Select(number => rubric.Change($"Changed {number}", rubric.Criteria, me.Id, now)!));
        await db.SaveChangesAsync();
        return made[0].Id;
    }

    private static async Task<int> CountMorningAsync(int members)
    {
        var database = TestDatabase.OnSqlite();
        using var statements = new Statements(database.ConnectionString);
        await using var tool = await StartAsync(database, members);
        var course = await tool.AskAsync(db => db.Courses.Select(one => one.Id).SingleAsync());
        using var morning = new System.Diagnostics.Activity("Morning").Start();
        int before = statements.Reads;
        (await tool.WakesAsync(course, Mornings.NextMonday())).ShouldBeTrue();
        int count = statements.Reads - before;
        count.ShouldBeGreaterThan(3, "they are counted at all");
        (await tool.AskAsync(db => db.ReminderMessages.CountAsync())).ShouldBeGreaterThan(1);
        count.ShouldBeLessThanOrEqualTo(20);
        return count;
    }

    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(int members)
    {
        var database = TestDatabase.OnSqlite();
        // Before anything runs: EF Core looks only once a second whether somebody listens.
        using var statements = new Statements(database.ConnectionString);
        await using var tool = await StartAsync(database, members);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await VisitAllAsync(tool, async (page, visitAsync) =>
        {
            await visitAsync();
            int before = statements.Count;
            await visitAsync();
            counts[page] = statements.Count - before;
        });
        return counts;
    }

    private static async Task VisitAllAsync(ToolHost tool, Func<string, Func<Task>, Task> eachAsync)
    {
        foreach (var (subject, pages) in await PagesAsync(tool))
        {
            var (root, cookie) = await tool.OpenVisitAsync(subject);
            using var http = new HttpClient { BaseAddress = tool.Address };
            http.DefaultRequestHeaders.Add("Cookie", cookie);
            foreach (var (name, path) in pages)
                await eachAsync($"{name} of {subject}", async () => (await http.GetAsync(root + path)).EnsureSuccessStatusCode());
        }
    }

    /// <summary>The tables that a statement would read from the first row to the last, however many courses there are.</summary>
    private static async Task<IEnumerable<string>> ScannedAsync(SqliteConnection database, string statement, string[] parameters)
    {
        using var command = database.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (string parameter in parameters)
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        var named = Named().Matches(statement).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value, StringComparer.Ordinal);
        var scanned = new List<string>();
        using var steps = await command.ExecuteReaderAsync();
        while (await steps.ReadAsync())
        {
            string[] step = steps.GetString(3).Split(' ');
            // An index of what waits is as small as the queue.
            if (step is ["SCAN", var alias, ..] && !step.Any(Small.Contains))
                scanned.AddRange(named[alias]);
        }

        return scanned.Except(Few, StringComparer.Ordinal);
    }

    /// <summary>In the night: nobody is to be reminded while statements are counted.</summary>
    private static async Task<ToolHost> StartAsync(TestDatabase database, int members)
    {
        var tool = await ToolHost.StartAsync(database, ("MentorCourse:DefaultTimeZone", ClockZones.Night));
        await tool.RegisterAsync(["--issuer", "https://lms.example", "--client-id", "a", "--authorization", "https://lms.example/a", "--token", "https://lms.example/t", "--jwks", "https://lms.example/j", "--deployment", "1"]);
        await using var scope = tool.Services.CreateAsyncScope();
        await SampleCommand.RunAsync(scope.ServiceProvider, CommandArguments.Parse(["--issuer", "https://lms.example", "--members", $"{members}"]), TextWriter.Null, CancellationToken.None);
        await tool.AskAsync(db => CountParticipationAsync(db));
        await tool.AskAsync(db => NormAsync(db, samples: members > 10 ? 10 : 2, graders: members > 10 ? 8 : 2));
        // No grade is to be delivered meanwhile either.
        await tool.AskAsync(db => db.Lanes.ExecuteUpdateAsync(set => set.SetProperty(lane => lane.NotBefore, TimeProvider.System.GetUtcNow().AddDays(1))));
        return tool;
    }

    private static async Task<int> CountParticipationAsync(CourseDb db)
    {
        var now = TimeProvider.System.GetUtcNow();
        db.Add(new Activity
        {
            Id = ActivityId.New(now), CourseId = (await db.Courses.SingleAsync()).Id, Kind = ActivityKind.Participation, Title = "Participation", Prompt = "Take part.", Points = 10, CreatedAt = now,
            Participation = new Participation([new(PartKind.HandedIn, 5, 0, 5), new(PartKind.Scores, 0, 1, 5)]),
        });
        return await db.SaveChangesAsync();
    }

    /// <summary>A closed round, so that everything in it is seen.</summary>
    private static async Task<int> NormAsync(CourseDb db, int samples, int graders)
    {
        var now = TimeProvider.System.GetUtcNow();
        var members = await db.Members.OrderByDescending(member => member.Role).ThenBy(member => member.Subject).Take(graders).Select(member => member.Id).ToListAsync();
        var rubric = await db.Rubrics.FirstAsync();
        var round = new NormingRound { Id = NormingRoundId.New(now), CourseId = rubric.CourseId, MadeBy = members[0], MadeAt = now };
        round.Change("Norming", rubric, [.. Enumerable.Range(1, samples).Select(number => new SampleText(Id: null, $"Sample {number}", "What happened."))], now);
        db.Add(round);
        foreach (var (sample, grader) in round.Samples.SelectMany(sample => members.Select(grader => (sample.Id, grader))))
        {
            var score = new NormingScore { SampleId = sample, GraderId = grader };
            score.Write([.. rubric.Criteria.Select((criterion, i) => new Mark(criterion.Key, criterion.Levels[i % criterion.Levels.Count].Key, "Why."))], "On the whole.", now);
            db.Add(score);
        }

        round.Close(now);
        return await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<(string Subject, IReadOnlyList<(string Name, string Path)> Pages)>> PagesAsync(ToolHost tool)
    {
        var (reflection, log) = await tool.AskAsync(async db => (
            (await db.Activities.Where(activity => activity.Kind == ActivityKind.Reflection).OrderBy(activity => activity.DueAt).FirstAsync()).Id,
            (await db.Activities.SingleAsync(activity => activity.Kind == ActivityKind.MentoringLog)).Id));
        var attempt = await tool.AskAsync(db => db.Attempts.OrderBy(one => one.HandedInAt).Select(one => one.Id).FirstAsync());
        var (norming, sample) = await tool.AskAsync(db => db.NormingSamples.OrderBy(one => one.Place).Select(one => ValueTuple.Create(one.RoundId, one.Id)).FirstAsync());
        var standing = await tool.AskAsync(db => db.Activities.Where(activity => activity.Kind == ActivityKind.Participation).Select(activity => activity.Id).SingleAsync());
        var (group, session) = await tool.AskAsync(async db =>
        {
            var own = await db.Groups.FirstAsync(one => one.Mentors.Any(mentor => mentor.Subject == SampleNames.Student(0)));
            return (own.Id, (await db.Sessions.Where(one => one.GroupId == own.Id && one.State == SessionState.Planned).OrderBy(one => one.StartsAt).FirstAsync()).Id);
        });
        return
        [
            (SampleNames.Instructor(0),
            [
                ("Home", "/"), ("Gradebook", "/gradebook"), ("People", "/people"), ("Deliveries", "/deliveries"), ("Rubrics", "/rubrics"), ("Submissions", $"/reflections/{reflection}/submissions"),
                ("Assess", $"/attempts/{attempt}"), ("Log review", $"/logs/{log}/review"), ("Settings", $"/reflections/edit/{reflection}"),
                ("Term", "/term"), ("Programme", "/programme"), ("Groups", "/groups"), ("Group", $"/groups/{group}"), ("Mentees", "/mentees"), ("Hours", "/hours"), ("Flags", "/flags"),
                ("Participation", $"/standing/{standing}/review"), ("Picture", "/picture"), ("Weeks", "/picture/weeks"), ("Quiet", "/picture/quiet"), ("Audit", "/audit"), ("Archive", "/archive"), ("Queue", "/queue"), ("Comments", "/comments"), ("Reminders", "/reminders"),
                ("Norming", "/norming"), ("Norming round", $"/norming/{norming}"), ("Norming sample", $"/norming/{norming}/{sample}"),
            ]),
            (SampleNames.Student(0),
            [
                ("Home", "/"), ("Write", $"/reflections/{reflection}"), ("Log", $"/logs/{log}"), ("Groups", "/groups"), ("Group", $"/groups/{group}"), ("Hours", "/hours"),
                ("Log a session", $"/sessions/{session}/log"), ("Mine", "/mine"), ("Path", "/path"), ("Reminders", "/reminders"),
            ]),
        ];
    }

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"?(?<alias>\\w+)\"?", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Named();
}
