using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Tests.Commands.Samples;

/// <summary>The sample course is plausible in each week, at each hour, wherever it is.</summary>
public sealed class SampleLifeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Any_week_at_any_hour_anywhere_can_be_lived()
    {
        foreach (string zone in new[] { "Etc/UTC", "America/Phoenix", "Europe/Zurich", "Pacific/Auckland", "Asia/Kathmandu" })
        {
            for (int week = 0; week <= SampleTerm.Weeks; week++)
            {
                for (int hour = 0; hour < 24 * 8; hour += 23)
                {
                    var now = Now.AddHours(hour);
                    var rows = Live(week, members: 24, zone, now);
                    rows.OfType<Submission>().SelectMany(submission => submission.Attempts).ShouldAllBe(attempt => attempt.HandedInAt <= now, $"{zone}, week {week}, {hour} h");
                    rows.OfType<LogEntry>().Where(entry => entry.WasHeld).ShouldAllBe(entry => entry.EndsAt <= now);
                    rows.OfType<Assessment>().ShouldAllBe(assessment => assessment.ReleasedAt <= now);
                }
            }
        }
    }

    [Fact]
    public void In_its_sixth_week_there_is_something_of_everything()
    {
        var rows = Live(week: 6, members: 24, "America/Phoenix", Now);
        var submissions = rows.OfType<Submission>().ToList();
        submissions.Count(submission => submission.IsGraded).ShouldBeInRange(15, 40);
        submissions.Count(submission => submission.Current is { GradedAt: null }).ShouldBeInRange(5, 25);
        submissions.Count(submission => submission.Current is null).ShouldBeInRange(2, 10);
        rows.OfType<Assessment>().Select(assessment => assessment.Score).Distinct().Count().ShouldBeGreaterThan(4, "of differing quality");
        rows.OfType<LogEntry>().Select(entry => entry.State).Distinct().Count().ShouldBe(3);
        rows.OfType<LogEntry>().Count(entry => entry.NeedsAttention).ShouldBe(1);
        rows.OfType<Member>().ShouldHaveSingleItem().IsActive.ShouldBeFalse("one has left");
        rows.OfType<Group>().Count().ShouldBe(24);
        rows.OfType<Session>().Count(session => session.State is SessionState.Held).ShouldBeInRange(80, 120);
        rows.OfType<Session>().Count(session => session.State is SessionState.Cancelled).ShouldBe(1);
        rows.OfType<Session>().Count(session => session.StartsAt > Now).ShouldBeGreaterThan(200);
        rows.OfType<LogEntry>().ShouldAllBe(entry => entry.SessionId != null, "each session is one of its group's");
        rows.OfType<Term>().ShouldHaveSingleItem().Calendar.Problems().ShouldBeEmpty();
        rows.OfType<Submission>().GroupBy(submission => (submission.ActivityId, submission.MemberId)).ShouldAllBe(own => own.Count() == 1);
    }

    [Fact]
    public void Whatever_day_it_is_each_reflection_lies_in_its_week_and_the_break_in_none()
    {
        for (int day = 0; day < 7; day++)
        {
            for (int week = 1; week <= SampleTerm.Weeks; week++)
            {
                var term = new SampleTerm(TimeZoneInfo.FindSystemTimeZoneById("America/Phoenix"), Now.AddDays(day), week);
                var course = SampleCourse.Build(Guid.CreateVersion7(Now), "1", number: 0, Enumerable.Range(0, 2), term);
                new SampleLife(course, term).Live();
                course.Reflections.Select(reflection => reflection.Place?.Week).ShouldBe([2, 4, 6, 8, 11, 15], $"day {day}, week {week}");
                term.Calendar.WeekOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(term.Now, term.Zone).DateTime)).ShouldBe(week);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(200)]
    public void A_course_may_have_few_or_many(int members) => Live(week: 6, members, "Etc/UTC", Now).OfType<Submission>().Count().ShouldBeLessThan(100);

    private static IReadOnlyList<object> Live(int week, int members, string zone, DateTimeOffset now)
    {
        var term = new SampleTerm(TimeZoneInfo.FindSystemTimeZoneById(zone), now, week);
        return new SampleLife(SampleCourse.Build(Guid.CreateVersion7(now), "1", number: 0, Enumerable.Range(0, members), term), term).Live();
    }
}
