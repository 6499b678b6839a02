using MentorCourseLti.Internship.Reminders;

namespace MentorCourseLti.Tests.Internship.Reminders;

/// <summary>When something is told, and when it is told again.</summary>
public sealed class ReminderRulesTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 2, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    [Theory]
    [InlineData(49, false)]
    [InlineData(48, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void Work_is_told_within_two_days_of_its_date_and_not_after_it(int hours, bool isDue) =>
        ReminderRules.IsDue(ReminderKind.DueSoon, Now.AddHours(hours), told: null, Today, Now).ShouldBe(isDue);

    [Fact]
    public void Work_is_told_on_both_mornings_and_once_on_each()
    {
        Is(ReminderKind.DueSoon, hours: 16, toldDaysAgo: 1).ShouldBeTrue();
        Is(ReminderKind.DueSoon, hours: 16, toldDaysAgo: 0).ShouldBeFalse();
    }

    [Fact]
    public void A_session_is_asked_for_once_there_was_time_to_log_it_then_after_three_days_and_not_for_ever()
    {
        Is(ReminderKind.LogMissing, hours: -3).ShouldBeFalse();
        Is(ReminderKind.LogMissing, hours: -16).ShouldBeTrue();
        Is(ReminderKind.LogMissing, hours: -60, toldDaysAgo: 2).ShouldBeFalse();
        Is(ReminderKind.LogMissing, hours: -84, toldDaysAgo: 3).ShouldBeTrue();
        Is(ReminderKind.LogMissing, hours: -24 * 15).ShouldBeFalse();
    }

    [Fact]
    public void Feedback_is_told_once_and_anew_when_it_was_released_anew()
    {
        Is(ReminderKind.FeedbackReady, hours: -10).ShouldBeTrue();
        Is(ReminderKind.FeedbackReady, hours: -100, toldDaysAgo: 4).ShouldBeFalse();
        Is(ReminderKind.FeedbackReady, hours: -10, toldDaysAgo: 4).ShouldBeTrue();
    }

    [Fact]
    public void An_entry_that_comes_back_a_second_time_is_told_the_next_morning()
    {
        Is(ReminderKind.EntryReturned, hours: -30, toldDaysAgo: 1).ShouldBeFalse();
        Is(ReminderKind.EntryReturned, hours: -10, toldDaysAgo: 1).ShouldBeTrue();
        Is(ReminderKind.EntryReturned, hours: -80, toldDaysAgo: 3).ShouldBeTrue();
    }

    [Fact]
    public void A_digest_comes_once_from_Monday_on_and_not_to_those_who_joined_since()
    {
        // The program stood still on Monday and Tuesday.
        Is(ReminderKind.WeeklyDigest, hours: -24 * 30).ShouldBeTrue();
        Is(ReminderKind.WeeklyDigest, hours: -24 * 30, toldDaysAgo: 2).ShouldBeFalse();
        Is(ReminderKind.WeeklyDigest, hours: -24 * 30, toldDaysAgo: 3).ShouldBeTrue();
        Is(ReminderKind.WeeklyDigest, hours: -24).ShouldBeFalse();
    }

    private static bool Is(ReminderKind kind, int hours, int? toldDaysAgo = null) =>
        ReminderRules.IsDue(kind, Now.AddHours(hours), toldDaysAgo is { } days ? new Told(Today.AddDays(-days), Now.AddDays(-days)) : null, Today, Now);
}
