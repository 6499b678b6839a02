using System.Text.Json;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Assess;

/// <summary>The page's script saves grades beside what its grader does: messages that are answered in a few words.</summary>
public abstract class GradeMessageStories(World world)
{
    [Fact]
    public async Task Each_answer_has_the_version_for_the_next_and_a_release_how_many_others_wait()
    {
        var (course, mentors, grader) = await AtTheDeskAsync();
        (await Says(grader, version: 0, "draft", "5 5", "So far")).ShouldBe((200, 1, null, null));
        (await Says(grader, version: 1, "release", "5 5 5 5", "Done")).ShouldBe((200, 3, 1, null));
        await course.Settles(mentors[0]);
        course.GradeOf(mentors[0]).Score.ShouldBe(20);
    }

    [Fact]
    public async Task A_message_that_comes_again_because_its_answer_was_lost_is_taken_once()
    {
        var (course, mentors, grader) = await AtTheDeskAsync();
        await Says(grader, version: 0, "release", "5 5 5 5", "Done");
        (await Says(grader, version: 0, "release", "5 5 5 5", "Done")).ShouldBe((200, 2, 1, null));
        await course.Settles(mentors[0]);
        course.HistoryOf(mentors[0]).Count(received => received.WasTaken && received.Score.ScoreGiven is not null).ShouldBe(1);
    }

    [Fact]
    public async Task What_crosses_with_another_graders_or_lacks_a_level_is_refused_in_a_sentence()
    {
        var (course, mentors, grader) = await AtTheDeskAsync();
        (await Says(grader, version: 0, "release", "5 5 5", "")).ShouldBe((422, null, null, "Something in it needs your attention."));
        var second = course.Mentor(25);
        await second.OpensLink(course.Link, role: "instructor");
        await second.GoesTo(grader.Page.Path);
        await second.Grades("2 2 2 2", "The second's.");
        (await Says(grader, version: 0, "release", "5 5 5 5", "")).ShouldBe((409, null, null, $"{second.Name} saved it meanwhile."));
        (await mentors[0].OpensLink(course.Link)).Says.ShouldContain("8 of 20");
    }

    private async Task<(Classroom Course, Person[] Mentors, Person Grader)> AtTheDeskAsync()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        Person[] mentors = [course.Mentor(), course.Mentor(1)];
        foreach (var mentor in mentors)
            await mentor.HandsIn(course.Link, "Words.");
        await course.Settles(mentors[0]);
        await course.Instructor.OpensWorkOf(mentors[0], activity);
        return (course, mentors, course.Instructor);
    }

    private static async Task<(int Status, int? Version, int? Left, string? Sentence)> Says(Person grader, int version, string what, string levels, string comment)
    {
        var answer = await grader.Browser.PostByScriptAsync(grader.Page.Url, Person.Form(
        [
            ("__RequestVerificationToken", grader.Token), ("Form.Version", $"{version}"), ("Form.Do", what), ("Form.Comment", comment),
            .. levels.Split(' ').Select((level, i) => ($"Form.Levels[{i}]", level)),
        ]));
        answer.Status.ShouldBeOneOf(200, 409, 422);
        var json = answer.Json;
        int? Number(string name) => json.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.Number ? found.GetInt32() : null;
        return (answer.Status, Number("version"), Number("left"), json.TryGetProperty("sentence", out var sentence) ? sentence.GetString() : null);
    }
}

[Collection(OnSqlite.Name)]
public sealed class GradeMessageStoriesOnSqlite(SqliteWorld world) : GradeMessageStories(world);

[Collection(OnPostgres.Name)]
public sealed class GradeMessageStoriesOnPostgres(PostgresWorld world) : GradeMessageStories(world);
