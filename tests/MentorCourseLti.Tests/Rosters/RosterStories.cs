using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using PracticeLms.Troubles;

namespace MentorCourseLti.Tests.Rosters;

/// <summary>People of the LMS's course are here before their first launch, and leavers go; a roster that cannot be read takes nobody away.</summary>
public abstract class RosterStories(World world)
{
    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task Mentors_arrive_before_their_first_launch(string manner)
    {
        var course = world.NewCourse(manner);
        // Canvas gives its list in pages of ten.
        await course.IsSetUp();
        await IsReadAsync(course);
        var page = await course.Instructor.GoesTo("/people");
        page.Says.ShouldContain("was last asked who is in the course on");
        foreach (var mentor in course.Course.Mentors)
            page.Says.ShouldContain(mentor.Name);
        (await MembersOf(course)).Single(member => member.Subject == course.Instructor.Id).Role.ShouldBe(MemberRole.Instructor);
        // Whoever comes then is the one who was expected.
        (await course.Mentor(20).OpensLink(course.Link)).Role.ShouldBe("mentor");
        (await MembersOf(course)).Count(member => member.Subject == course.Course.Mentors[20].Id).ShouldBe(1);
    }

    [Fact]
    public async Task Leavers_turn_inactive_names_change_a_named_leader_stays_one_and_so_does_whoever_was_never_listed()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        await IsReadAsync(course);
        var id = await course.FindId();
        var (leader, left) = (await course.MemberOf(course.Mentor(0)), await course.MemberOf(course.Mentor(1)));
        await world.Tool.AskAsync(async db =>
        {
            var member = await db.Members.SingleAsync(one => one.Id == leader.Id);
            member.NameLeader();
            member.Name = "An old name";
            // As if the LMS had known somebody who is no longer in its list; and one of its administrators had launched, who is in no course's.
            var now = TimeProvider.System.GetUtcNow();
            db.Add(new Member { Id = MemberId.New(now), CourseId = id, Subject = "gone", Name = "Somebody gone", Role = MemberRole.Mentor, IsEnrolled = true, JoinedAt = now });
            db.Add(new Member { Id = MemberId.New(now), CourseId = id, Subject = "admin", Name = "An administrator", Role = MemberRole.Instructor, JoinedAt = now });
            return await db.SaveChangesAsync();
        });
        await AskAgainAsync(course);
        var members = await MembersOf(course);
        members.Single(member => member.Subject == "gone").IsActive.ShouldBeFalse();
        members.Single(member => member.Subject == "admin").IsActive.ShouldBeTrue();
        var named = members.Single(member => member.Id == leader.Id);
        (named.Role, named.Name).ShouldBe((MemberRole.MentorLeader, course.Mentor(0).Name));
        members.Single(member => member.Id == left.Id).IsActive.ShouldBeTrue();
    }

    [Theory]
    [InlineData(TroubleKind.Unavailable, "could not say just now")]
    [InlineData(TroubleKind.Throttled, "could not say just now")]
    public async Task A_failed_reading_empties_nothing_and_says_why(TroubleKind trouble, string says)
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        await IsReadAsync(course);
        int before = (await MembersOf(course)).Count(member => member.IsActive);
        course.Lms.Mischief.Cause(new Trouble(trouble) { Count = 1 });
        await AskAgainAsync(course);
        course.Lms.Mischief.End();
        (await MembersOf(course)).Count(member => member.IsActive).ShouldBe(before);
        var page = await course.Instructor.GoesTo("/people");
        page.Says.ShouldContain(says);
        page.Says.ShouldContain("Nobody was removed.");

        await AskAgainAsync(course);
        (await course.Instructor.GoesTo("/people")).Says.ShouldNotContain("Nobody was removed.");
    }

    [Fact]
    public async Task The_test_user_of_Student_View_stays_out_of_the_roster_and_in_the_course()
    {
        var course = world.NewCanvasCourse();
        await course.IsSetUp();
        var tester = course.TestStudent();
        await tester.OpensLink(course.Link);
        await AskAgainAsync(course);
        (await MembersOf(course)).Single(member => member.Subject == tester.Id).IsActive.ShouldBeTrue();
        (await tester.Reloads()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Only_an_instructor_may_ask()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        (await mentor.Posts("/people?handler=Roster")).Status.ShouldBe(404);
    }

    /// <summary>The first launch of a course has its roster read.</summary>
    private Task IsReadAsync(Classroom course) => Eventually.Is(async () => (await CourseOf(course)).RosterReadAt is not null, "the roster is read");

    private async Task AskAgainAsync(Classroom course)
    {
        var before = (await CourseOf(course)).RosterTriedAt;
        await course.Instructor.GoesTo("/people");
        await Eventually.Is(async () => (await course.Instructor.GoesTo("/people")).Offers("Ask again"), "it is not being read just now");
        await course.Instructor.Clicks("Ask again");
        await Eventually.Is(async () => (await CourseOf(course)).RosterTriedAt > (before ?? DateTimeOffset.MinValue) && !(await course.Instructor.GoesTo("/people")).Says.Contains("Reading from", StringComparison.Ordinal), "it was asked again");
    }

    private async Task<Course> CourseOf(Classroom course)
    {
        var id = await course.FindId();
        return await world.Tool.AskAsync(db => db.Courses.AsNoTracking().SingleAsync(one => one.Id == id));
    }

    private async Task<List<Member>> MembersOf(Classroom course)
    {
        var id = await course.FindId();
        return await world.Tool.AskAsync(db => db.Members.AsNoTracking().Where(member => member.CourseId == id).ToListAsync());
    }
}

[Collection(OnSqlite.Name)]
public sealed class RosterStoriesOnSqlite(SqliteWorld world) : RosterStories(world);

[Collection(OnPostgres.Name)]
public sealed class RosterStoriesOnPostgres(PostgresWorld world) : RosterStories(world);
