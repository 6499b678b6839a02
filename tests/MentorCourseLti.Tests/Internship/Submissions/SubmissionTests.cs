using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Tests.Internship.Submissions;

public sealed class SubmissionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly Activity activity = new()
    {
        Id = ActivityId.New(Noon),
        CourseId = CourseId.New(Noon),
        Kind = ActivityKind.Reflection,
        Title = "The first meeting",
        Prompt = "Tell of it.",
        Points = 20,
        RubricId = RubricId.New(Noon),
        CreatedAt = Noon,
        ClosesAt = Noon.AddDays(1),
    };

    private readonly Submission submission;

    public SubmissionTests() => submission = Submission.Begin(activity, MemberId.New(Noon), Noon);

    [Fact]
    public void Each_change_of_the_draft_raises_its_version()
    {
        Save("one", basedOn: 0).ShouldBe(new DraftResult.Saved(1, Noon, 1));
        Save("one two", basedOn: 1).ShouldBe(new DraftResult.Saved(2, Noon, 2));
    }

    [Fact]
    public void The_same_text_once_more_changes_nothing()
    {
        Save("one", basedOn: 0);
        submission.SaveDraft("one", basedOn: 0, activity.TermsFor(allowance: null), Noon.AddHours(1)).ShouldBe(new DraftResult.Saved(1, Noon, 1));
    }

    [Fact]
    public void A_text_based_on_an_older_one_is_not_written_over_it()
    {
        Save("one", basedOn: 0);
        Save("other", basedOn: 0).ShouldBe(new DraftResult.ChangedElsewhere("one", 1));
        submission.DraftText.ShouldBe("one");
    }

    [Fact]
    public void An_empty_first_draft_counts_as_saved() => Save("", basedOn: 0).ShouldBe(new DraftResult.Saved(1, Noon, 0));

    [Fact]
    public void A_hundred_thousand_characters_fit_and_one_more_does_not()
    {
        Save(new string('x', 100_000), basedOn: 0).ShouldBeOfType<DraftResult.Saved>();
        Save(new string('x', 100_001), basedOn: 1).ShouldBe(new DraftResult.TooLong(100_001));
    }

    [Fact]
    public void Only_the_draft_that_was_seen_is_handed_in()
    {
        submission.HandIn(0, [], activity.TermsFor(allowance: null), Noon).ShouldBeOfType<HandInResult.Empty>();
        Save("one", basedOn: 0);
        submission.HandIn(0, [], activity.TermsFor(allowance: null), Noon).ShouldBeOfType<HandInResult.ChangedElsewhere>();
        var handedIn = submission.HandIn(1, [], activity.TermsFor(allowance: null), Noon).ShouldBeOfType<HandInResult.HandedIn>();
        (handedIn.Attempt.Number, handedIn.Attempt.Text, handedIn.Attempt.Words).ShouldBe((1, "one", 1));
        submission.HandIn(1, [], activity.TermsFor(allowance: null), Noon).ShouldBeOfType<HandInResult.AlreadyHandedIn>();
        Save("two", basedOn: 1).ShouldBeOfType<DraftResult.AlreadyHandedIn>();
    }

    [Fact]
    public void What_is_taken_back_is_a_draft_again_and_the_next_attempt_is_the_second()
    {
        submission.TakeBack(activity.TermsFor(allowance: null), Noon).ShouldBe(TakeBackResult.NothingHandedIn);
        Save("one", basedOn: 0);
        submission.HandIn(1, [], activity.TermsFor(allowance: null), Noon);
        submission.TakeBack(activity.TermsFor(allowance: null), Noon).ShouldBe(TakeBackResult.TakenBack);
        (submission.Current, submission.DraftText, submission.DraftVersion).ShouldBe((null, "one", 2));
        ((HandInResult.HandedIn)submission.HandIn(2, [], activity.TermsFor(allowance: null), Noon)).Attempt.Number.ShouldBe(2);
    }

    [Fact]
    public void What_is_graded_cannot_be_taken_back()
    {
        Save("one", basedOn: 0);
        submission.HandIn(1, [], activity.TermsFor(allowance: null), Noon);
        submission.Current!.GradedAt = Noon;
        submission.TakeBack(activity.TermsFor(allowance: null), Noon).ShouldBe(TakeBackResult.AlreadyGraded);
        submission.IsGraded.ShouldBeTrue();
    }

    [Fact]
    public void From_the_closing_time_on_nothing_changes()
    {
        var closing = activity.ClosesAt!.Value;
        Save("one", basedOn: 0);
        submission.SaveDraft("two", 1, activity.TermsFor(allowance: null), closing.AddTicks(-1)).ShouldBeOfType<DraftResult.Saved>();
        submission.SaveDraft("three", 2, activity.TermsFor(allowance: null), closing).ShouldBeOfType<DraftResult.Closed>();
        submission.HandIn(2, [], activity.TermsFor(allowance: null), closing).ShouldBeOfType<HandInResult.Closed>();
        submission.HandIn(2, [], activity.TermsFor(allowance: null), closing.AddTicks(-1)).ShouldBeOfType<HandInResult.HandedIn>();
        submission.TakeBack(activity.TermsFor(allowance: null), closing).ShouldBe(TakeBackResult.Closed);
    }

    private DraftResult Save(string text, int basedOn) => submission.SaveDraft(text, basedOn, activity.TermsFor(allowance: null), Noon);
}

public sealed class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(" \n\t ", 0)]
    [InlineData("one", 1)]
    [InlineData("  one   two\nthree ", 3)]
    [InlineData("don't half-done", 2)]
    [InlineData("# Heading\n\n- item\n- **two** words", 4)]
    [InlineData("--- *** >", 0)]
    [InlineData("Zoë да नमस्ते 🌿", 4)]
    [InlineData("a\u00a0b", 2)]
    // As the editor's own count has them (words.test.ts).
    [InlineData("well-being isn’t easy", 3)]
    [InlineData("- one\n- two - three", 3)]
    [InlineData("½ cup 🙂 [a link](https://example.edu/a-b)", 4)]
    [InlineData("日本語を話します", 1)]
    public void Words_are_counted_as_a_word_processor_does(string text, int words) => WordCount.Of(text).ShouldBe(words);
}
