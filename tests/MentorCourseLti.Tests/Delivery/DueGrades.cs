using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>Courses with one due grade each, in a database alone.</summary>
internal static class DueGrades
{
    public static Task<int> FillAsync(DatabaseAlone alone, int courses) => alone.AskAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var platform = new PlatformRow { Id = Guid.CreateVersion7(now), Name = "x", Issuer = "x", ClientId = "x", AuthorizationEndpoint = "x", TokenEndpoint = "x", JwksUri = "x" };
        db.Add(platform);
        for (int i = 0; i < courses; i++)
        {
            var (programme, course) = Course.Start(platform.Id, "1", $"course-{i}", title: null, label: null, "Etc/UTC", now);
            var rubric = ReadyRubrics.Reflection(course.Id, now);
            var activity = new Activity { Id = ActivityId.New(now), CourseId = course.Id, Kind = ActivityKind.Reflection, Title = "x", Prompt = "x", Points = 20, RubricId = rubric.Id, CreatedAt = now };
            var link = new CourseLink { Id = CourseLinkId.New(now), CourseId = course.Id, LmsId = "x" };
            var column = new GradeColumn { Id = GradeColumnId.New(now), CourseId = course.Id, ActivityId = activity.Id, LinkId = link.Id };
            var member = new Member { Id = MemberId.New(now), CourseId = course.Id, Subject = "x", Role = MemberRole.Mentor, JoinedAt = now };
            var delivery = GradeDelivery.For(column, member.Id, now);
            delivery.Want(new GradeNews(10, 20, "", now, 1, now.AddMinutes(-1)));
            db.AddRange(programme, course, new DeliveryLane { CourseId = course.Id }, rubric, activity, link, column, member, delivery);
        }

        return await db.SaveChangesAsync();
    });
}
