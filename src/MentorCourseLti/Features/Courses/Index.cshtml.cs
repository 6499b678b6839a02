using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Features.Courses;

/// <summary>The own courses of somebody whose launch came without one.</summary>
public sealed class IndexModel(CourseDb db, IOptions<MentorCourseOptions> options, TimeProvider clock) : PageModel
{
    public IReadOnlyList<OwnCourse> Own { get; private set; } = [];

    private CurrentVisit Visit => HttpContext.Features.GetRequiredFeature<CurrentVisit>();

    public async Task OnGetAsync(CancellationToken cancel) => Own = await OwnCourses().ToListAsync(cancel);

    /// <summary>Opens one of them: a visit of its own, since each visit has one role in one course.</summary>
    public async Task<IActionResult> OnPostAsync(Guid member, CancellationToken cancel)
    {
        var courses = await OwnCourses().ToListAsync(cancel);
        if (!courses.Exists(own => own.MemberId == member))
            return NotFound();

        var now = clock.GetUtcNow();
        var key = VisitKey.New();
        var visit = new Visit
        {
            Id = VisitId.New(now),
            KeyDigest = key.Digest(),
            PlatformId = Visit.PlatformId,
            Subject = Visit.Subject,
            MemberId = new MemberId(member),
            FrameAncestors = Visit.FrameAncestors,
            ReturnUrl = Visit.ReturnUrl,
            StartedAt = now,
            ExpiresAt = now.AddHours(options.Value.VisitHours),
        };
        db.Add(visit);
        await db.SaveChangesAsync(cancel);
        VisitCookie.Issue(HttpContext, visit.Id, key);
        return Redirect(VisitPath.Of(visit.Id) + "/");
    }

    private IQueryable<OwnCourse> OwnCourses()
    {
        var (platform, subject) = (Visit.PlatformId, Visit.Subject);
        return from member in db.Members
               where member.Subject == subject && member.IsActive
               join course in db.Courses on member.CourseId equals course.Id
               where course.PlatformId == platform
               orderby course.ArchivedAt != null, course.Title, course.ArchivedAt descending
               select new OwnCourse(member.Id.Value, course.Title, member.Role, course.ArchivedAt);
    }

    public sealed record OwnCourse(Guid MemberId, string Title, MemberRole Role, DateTimeOffset? ArchivedAt);
}
