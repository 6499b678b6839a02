using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Tests.Internship.Groups;

public sealed class GroupTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_stays_keeps_the_place_and_nobody_stands_in_it_twice()
    {
        var group = new Group { Id = GroupId.New(Noon), ProgrammeId = ProgrammeId.New(Noon), Name = "Group 1", MadeAt = Noon };
        group.GiveTo(["mia", "lin"]);
        group.GiveTo(["lin", "ada", "ada"]);
        group.Mentors.Select(mentor => mentor.Subject).ShouldBe(["lin", "ada"]);
        group.IsOf("mia").ShouldBeFalse();
        group.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "2027-03-01", "2027-03-15", "1 8 15")]
    [InlineData(DayOfWeek.Sunday, "2027-03-01", "2027-03-15", "7 14")]
    [InlineData(DayOfWeek.Saturday, "2027-03-07", "2027-03-12", "")]
    [InlineData(DayOfWeek.Monday, "2027-03-01", "2027-03-01", "1")]
    [InlineData(DayOfWeek.Monday, "2027-03-02", "2027-03-01", "")]
    public void A_slot_falls_on_its_day_from_the_first_to_the_last(DayOfWeek day, string from, string until, string days) =>
        string.Join(' ', new WeeklySlot(day, new TimeOnly(16, 0), 45, DateOnly.Parse(from, null), DateOnly.Parse(until, null)).Days().Select(one => one.Day)).ShouldBe(days);

    [Fact]
    public void No_slot_goes_on_for_ever() => new WeeklySlot(DayOfWeek.Monday, new TimeOnly(16, 0), 45, new(2027, 1, 1), new(2999, 1, 1)).Days().Count().ShouldBe(60);
}
