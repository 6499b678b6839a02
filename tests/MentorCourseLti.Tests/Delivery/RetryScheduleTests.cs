using MentorCourseLti.Delivery;

namespace MentorCourseLti.Tests.Delivery;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(12, 3600)]
    [InlineData(83, 3600)]
    public void Pauses_double_up_to_an_hour(int tries, double seconds) =>
        RetrySchedule.Pause(tries, retryAfter: null).TotalSeconds.ShouldBeInRange(seconds * 0.9, seconds * 1.1);

    [Fact]
    public void Many_do_not_come_back_at_once() =>
        Enumerable.Range(0, 20).Select(_ => RetrySchedule.Pause(5, retryAfter: null)).Distinct().Count().ShouldBeGreaterThan(1);

    [Fact]
    public void Never_earlier_than_the_LMS_asks_and_never_later_than_an_hour()
    {
        RetrySchedule.Pause(1, TimeSpan.FromMinutes(5)).ShouldBe(TimeSpan.FromMinutes(5));
        RetrySchedule.Pause(1, TimeSpan.FromDays(400)).ShouldBe(TimeSpan.FromHours(1));
        RetrySchedule.Pause(5, TimeSpan.Zero).TotalSeconds.ShouldBeGreaterThan(28);
    }
}

public sealed class GradeComparisonTests
{
    [Theory]
    [InlineData(17, 20, 17.0, 20.0, true)]
    [InlineData(17, 20, 85.0, 100.0, true)]
    [InlineData(17, 20, 17.0, null, true)]
    [InlineData(17, 20, 16.99, 20.0, false)]
    [InlineData(0, 20, null, 20.0, true)]
    [InlineData(17, 20, null, 20.0, false)]
    [InlineData(1, 3, 0.33333, 1.0, true)]
    [InlineData(17, 20, 17.0, 0.0, true)]
    public void Grades_are_compared_as_parts_of_their_maximum(int score, int outOf, double? read, double? readOutOf, bool same) =>
        GradeComparison.Same(score, outOf, (decimal?)read, (decimal?)readOutOf).ShouldBe(same);
}
