using System.Text;
using MentorCourseLti.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Terms;

/// <summary>The course's term as a file, to be read, changed and used for another course.</summary>
public sealed class FileModel(TermDesk desk) : MemberPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        string file = SetupFiles.Write(Member.CourseName, await desk.PlanOfAsync(Member.CourseId, cancel));
        return File(Encoding.UTF8.GetBytes(file), "application/json; charset=utf-8", "term.json");
    }
}
