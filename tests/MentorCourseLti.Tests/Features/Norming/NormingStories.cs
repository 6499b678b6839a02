using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Norming;

/// <summary>Graders score a few shared samples, each alone, and see where they differ.</summary>
public abstract class NormingStories(World world)
{
    private const string Meaning = "Comment on “What it means”";

    [Fact]
    public async Task An_empty_page_says_what_norming_is_and_the_instructor_makes_the_first_round()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var instructor = course.Instructor;
        await instructor.GoesTo("/rubrics");
        (await instructor.Clicks("Norming")).Says.ShouldContain("all graders score the same few samples");
        await instructor.Clicks("New round");
        instructor.Page.FieldText("Rubric").ShouldNotBeEmpty("the course has one rubric");
        instructor.Fills("Text of sample 1", "She asked me why the leaves turn.");
        var page = await instructor.Clicks("Make the round");
        page.Says.ShouldContain("Saved. Each grader finds it under Norming.");
        page.Says.ShouldContain("Until then nothing leads you. That goes for you too");
        page.Says.ShouldContain($"Not begun: {instructor.Name}.");
        (await instructor.GoesTo("/queue")).Offers("Norming").ShouldBeTrue();
    }

    [Fact]
    public async Task A_grader_sees_what_others_chose_only_after_scoring_every_sample()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        await other.Scores(round, "2 2 2 2", "Too sure of itself.");
        await other.ScoresNext("0 0 0 0");
        other.Page.Says.ShouldContain("Saved. You have scored every sample.");
        other.Page.Says.ShouldContain("Nobody else has scored what you scored.");

        var maker = course.Instructor;
        (await maker.GoesTo(round)).Says.ShouldContain($"All scored: {other.Name}.");
        await maker.Scores(round, "5 5 5 5");
        foreach (string path in new[] { round, maker.Page.Path, "/norming", $"{round}?handler=File" })
        {
            var page = await maker.GoesTo(path);
            page.Body.ShouldNotContain("Too sure of itself.", customMessage: path);
            page.Says.ShouldNotContain("stricter");
            page.Document.QuerySelector(".other-graders, #results").ShouldBeNull(path);
        }

        maker.Page.Body.ShouldNotContain(other.Name, customMessage: "the file has exactly what is seen");
        (await maker.GoesTo("/norming")).Says.ShouldContain($"all scored by {other.Name} · begun by {maker.Name} You scored 1 of 2");
        await maker.GoesTo(round);
        await maker.Clicks("Score the next sample");
        await maker.ScoresNext("0 0 0 0");
        maker.Page.Says.ShouldContain("Too sure of itself.");
        (await maker.Clicks("Sample 1")).Document.QuerySelectorAll(".other-graders li").Select(Page.Text).First().ShouldBe($"{other.Name} Sketched, 2");
    }

    [Fact]
    public async Task Three_graders_read_where_they_differ_and_take_it_along()
    {
        var (course, round, second) = await WithTwoGradersAsync();
        var (first, third) = (course.Instructor, await LeaderAsync(course));
        foreach (var (grader, one, two) in new[] { (first, "5 5 5 5", "4 4 2 4"), (second, "5 5 4 5", "4 4 2 4"), (third, "5 5 0 5", "4 4 0 4") })
        {
            await grader.Scores(round, one, grader == third ? "=Nothing is weighed here." : "");
            await grader.ScoresNext(two);
        }

        var page = third.Page;
        page.Document.QuerySelector("#results .sentences")!.QuerySelectorAll("li").Select(Page.Text).ShouldBe([
            "Any two of you chose the same level 79% of the time, and the same or the next one 92%.",
            "You differ most on “What it means”: two of you agree 17% of the time. The widest gap is on “Sample 1”, from Missing (0) to Examined (5).",
            "You agree best on “A moment, told closely”, “The mentee's side”, “What comes next”: 100% of the time.",
            $"{third.Name} gives a sample 3.3 points less than the others on average: the strictest.",
            $"{first.Name} gives a sample 2 points more than the others on average: the mildest.",
        ]);
        var rows = page.Document.QuerySelectorAll("#results table.plain tbody tr").Select(row => row.Children.Select(Page.Text).ToList()).ToList();
        rows[0][0].ShouldBe("What it means");
        rows[0][1].ShouldContain("mean 3, from 0 to 5");
        rows[^3].ShouldBe([third.Name, "2", "3.3 points stricter than the others"]);
        // As many dots as were chosen, in the plot beside the table.
        page.Document.QuerySelectorAll(".strip tbody .dot").Length.ShouldBe(24);
        page.Document.QuerySelectorAll(".strip tbody .dot[data-own='true']").Length.ShouldBe(8);

        string[] lines = (await third.GoesTo($"{round}?handler=File")).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        third.Page.ContentDisposition!.ShouldContain("norming.csv");
        lines.Length.ShouldBe(1 + 24);
        lines[0].ShouldContain("Sample,Grader,Criterion,Level,Points,Comment");
        lines.ShouldContain(line => line.StartsWith($"Sample 1,{third.Name},What it means,", StringComparison.Ordinal) && line.Contains(",0,", StringComparison.Ordinal) && line.Contains("Nothing is weighed here.", StringComparison.Ordinal) && !line.Contains(",=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_but_graders_sees_a_round_and_leaders_change_none()
    {
        var (course, round, _) = await WithTwoGradersAsync();
        var leader = await LeaderAsync(course);
        (await leader.GoesTo("/norming")).Says.ShouldContain("You scored 0 of 2");
        (await leader.GoesTo(round)).Offers("Edit").ShouldBeFalse();
        leader.Page.Offers("Close the round").ShouldBeFalse();
        string sample = leader.Page.Clickable("Sample 1").GetAttribute("href")!.Split('/')[^1];
        await leader.GoesTo($"{round}/{sample}");
        string token = leader.Token;
        foreach (string path in new[] { $"{round}?handler=Close", $"{round}?handler=Remove", $"/norming/edit/{round.Split('/')[^1]}", "/norming/edit" })
            (await leader.Browser.PostAsync(leader.At(path), Person.Form([("__RequestVerificationToken", token), ("go", "save"), ("Form.Title", "Forged")]))).Status.ShouldBe(404, path);

        var mentor = course.Mentor(4);
        await mentor.OpensLink(course.Link);
        foreach (string path in new[] { "/norming", round, $"{round}/{sample}", $"{round}?handler=File", "/norming/edit" })
            (await mentor.GoesTo(path)).Status.ShouldBe(404, path);

        // Where leaders grade nothing, there is nothing for them here.
        var id = await course.FindId();
        await world.Tool.AskAsync(db => db.Activities.Where(activity => activity.CourseId == id).ExecuteUpdateAsync(set => set.SetProperty(activity => activity.LeadersGrade, false)));
        await leader.OpensLink(course.Link);
        foreach (string path in new[] { "/norming", round, $"{round}/{sample}" })
            (await leader.GoesTo(path)).Status.ShouldBe(404, path);
        (await leader.GoesTo("/queue")).Offers("Norming").ShouldBeFalse();
    }

    [Fact]
    public async Task A_score_may_be_changed_until_the_round_is_closed()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        await other.Scores(round, "2 2 2 2");
        await other.GoesTo(round);
        await other.Clicks("Sample 1");
        other.Chosen().ShouldBe(["2", "2", "2", "2"]);
        await other.Scores(round, "4 2 2 2", "Read it twice.");
        await other.GoesTo(round);
        (await other.Clicks("Sample 1")).FieldText(Meaning).ShouldBe("Read it twice.");
        other.Page.Says.ShouldContain("10 of 20");
        string open = other.Page.Path;

        await course.Instructor.GoesTo(round);
        var page = await course.Instructor.Clicks("Close the round");
        page.Chip.ShouldBe("Closed");
        page.Says.ShouldContain("Read it twice.", customMessage: "it is closed: everybody sees everything");
        other.Chooses("0 0 0 0");
        (await other.Clicks("Save")).Says.ShouldContain("The round was closed meanwhile, so this is not saved.");
        other.Chosen().ShouldBe(["0", "0", "0", "0"], "what was chosen is there to be read");
        other.Page.Offers("Save").ShouldBeFalse();
        await other.GoesTo(open);
        other.Chosen().ShouldBe(["4", "2", "2", "2"]);
        other.Page.Document.QuerySelectorAll("fieldset.criterion:not([disabled])").ShouldBeEmpty();
        (await course.Instructor.GoesTo($"/norming/edit/{round.Split('/')[^1]}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_is_taken_from_what_was_handed_in_carries_no_name()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var (ana, ben) = (course.Mentor(), course.Mentor(1));
        await ana.HandsIn(course.Link, "She asked me why the leaves turn.");
        await ben.HandsIn(course.Link, $"I said: my name is {ben.Name}, and I do not know.");
        var instructor = course.Instructor;
        await instructor.GoesTo("/norming/edit");
        instructor.Fills("Reflection", instructor.Page.Document.QuerySelectorAll<IHtmlOptionElement>("#from option").Single(option => option.Text == "The first meeting").Value);
        var page = await instructor.Clicks("Show what was handed in");
        page.Says.ShouldContain("She asked me why the leaves turn.");
        page.Document.QuerySelector("form.rubric-form")!.OuterHtml.ShouldNotContain(ana.Name);
        await instructor.Clicks("Take what is ticked");
        Page.Text(instructor.Page.Document.GetElementById("picked-error")).ShouldBe("Tick the texts to take.");
        foreach (var box in instructor.Page.Document.QuerySelectorAll<IHtmlInputElement>("input[name='Form.Picked']"))
            box.IsChecked = true;
        page = await instructor.Clicks("Take what is ticked");
        page.FieldText("Text of sample 1").ShouldBe("She asked me why the leaves turn.");
        page.FieldText("Title of sample 2").ShouldBe("Sample 2");
        page.Document.QuerySelectorAll(".criterion-form .notice").Select(Page.Text).ShouldHaveSingleItem().ShouldStartWith("The name of whoever wrote this seems to stand in it.");
        instructor.Fills("Text of sample 2", "I said that I do not know.");
        await instructor.Clicks("Make the round");
        var members = new[] { (await course.MemberOf(ana)).Id.Value, (await course.MemberOf(ben)).Id.Value };
        page = await instructor.Clicks("Sample 1");
        page.Says.ShouldContain("She asked me why the leaves turn.");
        page.Body.ShouldNotContain(ana.Name);
        var id = await course.FindId();
        var stored = await world.Tool.AskAsync(db => db.NormingRounds.Where(round => round.CourseId == id).SelectMany(round => round.Samples).AsNoTracking().ToListAsync());
        string everything = System.Text.Json.JsonSerializer.Serialize(stored);
        foreach (string trace in members.Select(member => $"{member}").Concat([ana.Name, ben.Name]))
            everything.ShouldNotContain(trace);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_it_and_nothing_is_lost()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        await other.GoesTo(round);
        await other.Clicks("Score the next sample");
        other.Chooses("5 - 4 4");
        other.Fills(Meaning, "Look closer.");
        var page = await other.Clicks("Save and next");
        page.Says.ShouldContain("Nothing is saved yet");
        Page.Text(page.Document.GetElementById("criterion-1-error")).ShouldBe("Choose a level.");
        page.FieldText(Meaning).ShouldBe("Look closer.");
        other.Chosen().ShouldBe(["5", "4", "4"]);

        var maker = course.Instructor;
        await maker.GoesTo("/norming/edit");
        maker.Fills("Title", "");
        maker.Fills("Rubric", "");
        maker.Fills("Text of sample 1", "Kept all the same.");
        await maker.Clicks("Add a sample");
        maker.Page.FieldText("Title of sample 2").ShouldBe("Sample 2");
        maker.Fills("Text of sample 2", new string('a', 20_001));
        page = await maker.Clicks("Make the round");
        Page.Text(page.Document.GetElementById("title-error")).ShouldBe("Give the round a title.");
        Page.Text(page.Document.GetElementById("rubric-error")).ShouldBe("Choose a rubric.");
        Page.Text(page.Document.GetElementById("s1-text-error")).ShouldBe("At most 20,000 characters.");
        page.FieldText("Text of sample 1").ShouldBe("Kept all the same.");
        page.FieldText("Text of sample 2").Length.ShouldBe(20_001);
        await maker.Clicks("Remove sample 2");
        maker.Fills("Text of sample 1", "");
        page = await maker.Clicks("Make the round");
        Page.Text(page.Document.GetElementById("s0-text-error")).ShouldBe("Paste the text.");
        for (int i = 1; i < 10; i++)
            await maker.Clicks("Add a sample");
        maker.Page.Offers("Add a sample").ShouldBeFalse("a round has at most ten");
    }

    [Fact]
    public async Task Two_tabs_of_one_grader_do_not_overwrite_each_other_unseen()
    {
        var (_, round, grader) = await WithTwoGradersAsync();
        await grader.GoesTo(round);
        var tab = (await grader.Clicks("Score the next sample")).Document.QuerySelector<IHtmlFormElement>("form.assess-form")!;
        await grader.Scores(round, "5 5 5 5");
        foreach (var level in tab.QuerySelectorAll<IHtmlInputElement>("input[type=radio]"))
            level.IsChecked = level.Value == "0";
        var page = await grader.See(grader.Browser.SubmitAsync(tab));
        page.Says.ShouldContain("You saved a score of this sample in another tab meanwhile.");
        grader.Chosen().ShouldBe(["0", "0", "0", "0"]);
        await grader.Clicks("Take that");
        grader.Chosen().ShouldBe(["5", "5", "5", "5"]);
        page = await grader.See(grader.Browser.SubmitAsync(page.Document.QuerySelector<IHtmlFormElement>("form.assess-form")!));
        await grader.GoesTo(round);
        grader.Page.Says.ShouldContain("0 of 20", Case.Sensitive, "sent once more, it is put in the other's place");
    }

    [Fact]
    public async Task Graders_who_are_the_first_at_the_same_moment_are_both_saved()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        foreach (var grader in new[] { course.Instructor, other })
        {
            await grader.GoesTo(round);
            await grader.Clicks("Score the next sample");
            grader.Chooses("5 4 4 4");
        }

        var pages = await Task.WhenAll(course.Instructor.Clicks("Save and next"), other.Clicks("Save and next"));
        pages.ShouldAllBe(page => page.Heading == "Sample 2");
        var id = await course.FindId();
        (await world.Tool.AskAsync(db => db.NormingScores.CountAsync(score => db.NormingRounds.Any(one => one.CourseId == id && one.Samples.Any(sample => sample.Id == score.SampleId))))).ShouldBe(2);
    }

    [Fact]
    public async Task Once_somebody_has_scored_the_texts_stay_and_samples_may_be_added()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        var maker = course.Instructor;
        await maker.GoesTo(round);
        await maker.Clicks("Edit");
        maker.Fills("Text of sample 1", "Another text for the first.");
        await other.Scores(round, "5 5 5 5");
        await other.ScoresNext("5 5 5 5");

        // What was typed before the first score came is a sample of its own now.
        var page = await maker.Clicks("Save");
        page.Says.ShouldContain("Somebody changed this round, or began to score it, while you were here.");
        page.Offers("Remove sample 1").ShouldBeFalse();
        page.FieldText("Text of sample 3").ShouldBe("Another text for the first.");
        maker.Fills("Title of sample 1", "The leaves");
        maker.Fills("Title of sample 3", "One more");
        (await maker.Clicks("Save")).Says.ShouldContain("Saved.");
        maker.Page.Document.QuerySelectorAll(".row-title").Select(Page.Text).ShouldBe(["The leaves", "Sample 2", "One more"]);
        (await maker.Clicks("The leaves")).Says.ShouldContain("She asked me why the leaves turn.");

        page = await other.GoesTo(round);
        page.Says.ShouldContain("You see what the others chose as soon as you have scored every sample.");
        await other.Clicks("Score the next sample");
        await other.ScoresNext("5 5 5 5");
        other.Page.Document.QuerySelector("#results").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_text_that_changes_while_the_first_grader_reads_it_is_looked_at_once_more()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        await other.GoesTo(round);
        await other.Clicks("Score the next sample");
        var maker = course.Instructor;
        await maker.GoesTo(round);
        await maker.Clicks("Edit");
        maker.Fills("Text of sample 1", "Another text.");
        await maker.Clicks("Save");
        other.Chooses("5 5 5 4");
        var page = await other.Clicks("Save and next");
        page.Says.ShouldContain("The text or the rubric was changed while you read.");
        page.Says.ShouldContain("Another text.");
        other.Chosen().ShouldBe(["5", "5", "5", "4"]);
        (await other.Clicks("Save and next")).Heading.ShouldBe("Sample 2");
    }

    [Fact]
    public async Task A_round_is_removed_with_its_scores()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        await other.Scores(round, "5 5 5 5");
        await course.Instructor.GoesTo(round);
        (await course.Instructor.Clicks("Remove the round")).Says.ShouldContain("No norming round yet");
        (await other.GoesTo(round)).Status.ShouldBe(404);
        var id = (await course.MemberOf(other)).Id;
        (await world.Tool.AskAsync(db => db.NormingScores.AnyAsync(score => score.GraderId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task In_a_run_that_is_put_away_rounds_are_for_reading()
    {
        var (course, round, other) = await WithTwoGradersAsync();
        await other.Scores(round, "5 5 5 5");
        var maker = course.Instructor;
        await maker.GoesTo(round);
        await maker.Clicks("Score the next sample");
        maker.Chooses("5 5 5 5");
        maker.Fills(Meaning, "Too late.");
        var id = await course.FindId();
        var now = TimeProvider.System.GetUtcNow();
        await world.Tool.AskAsync(db => db.Courses.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ArchivedAt, now)));
        var page = await maker.Clicks("Save and next");
        page.Status.ShouldNotBe(200);
        page.FieldText("What you wrote").ShouldContain("Too late.");
        foreach (string does in new[] { "Score the next sample", "Edit", "Close the round", "Remove the round" })
            (await maker.GoesTo(round)).Offers(does).ShouldBeFalse(does);
        (await maker.GoesTo("/norming")).Offers("New round").ShouldBeFalse();
    }

    /// <summary>A round with two samples, and a second instructor beside its maker. The course's leaders grade.</summary>
    private async Task<(Classroom Course, string Round, Person Other)> WithTwoGradersAsync()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        await course.RosterIsRead();
        var (maker, other) = (course.Instructor, course.Mentor(25));
        await maker.GoesTo($"/reflections/edit/{activity}");
        maker.Checks("Mentor leaders grade the work of their own mentors");
        await maker.Clicks("Save");
        await other.OpensLink(course.Link, role: "instructor");
        await maker.GoesTo("/norming/edit");
        maker.Fills("Title", "Before the midterm");
        maker.Fills("Text of sample 1", "She asked me why the leaves turn.");
        await maker.Clicks("Add a sample");
        maker.Fills("Text of sample 2", "We met. It was *good*.");
        (await maker.Clicks("Make the round")).Heading.ShouldBe("Before the midterm", maker.Page.Says);
        return (course, maker.Page.Path, other);
    }

    private async Task<Person> LeaderAsync(Classroom course)
    {
        var leader = course.Mentor(7);
        await leader.OpensLink(course.Link);
        var id = (await course.MemberOf(leader)).Id;
        await world.Tool.AskAsync(async db =>
        {
            (await db.Members.SingleAsync(member => member.Id == id)).NameLeader();
            return await db.SaveChangesAsync();
        });
        await leader.OpensLink(course.Link);
        return leader;
    }
}

internal static class NormingSteps
{
    /// <summary>Opens the first sample of a round and scores it.</summary>
    public static async Task<Page> Scores(this Person grader, string round, string levels, string comment = "")
    {
        await grader.GoesTo(round);
        await grader.Clicks("Sample 1");
        return await grader.ScoresNext(levels, comment);
    }

    /// <summary>Scores the sample on the screen.</summary>
    public static Task<Page> ScoresNext(this Person grader, string levels, string comment = "")
    {
        grader.Chooses(levels);
        grader.Fills("Comment on “What it means”", comment);
        return grader.Clicks("Save");
    }

    public static IReadOnlyList<string> Chosen(this Person grader) => [.. grader.Page.Document.QuerySelectorAll("input[type=radio][checked]").Select(level => level.GetAttribute("value")!)];
}

[Collection(OnSqlite.Name)]
public sealed class NormingStoriesOnSqlite(SqliteWorld world) : NormingStories(world);

[Collection(OnPostgres.Name)]
public sealed class NormingStoriesOnPostgres(PostgresWorld world) : NormingStories(world);
