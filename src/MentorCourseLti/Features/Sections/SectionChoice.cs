using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Sections;

/// <summary>The sections that a member's lists can be narrowed to, and the choice among them.</summary>
public sealed class SectionChoice(CourseDb db)
{
    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<string>> ReadWritten = CompiledQuery.Of((CourseDb db, CourseId course) =>
        db.Members.Where(member => member.CourseId == course && member.SectionNames != "").Select(member => member.SectionNames).Distinct());

    /// <summary>Those of the people in the course; none where the LMS sends no sections.</summary>
    public async Task<IReadOnlyList<string>> OfCourseAsync(CourseId course, CancellationToken cancel)
    {
        var written = await ReadWritten(db, course).ToListAsync(cancel);
        return [.. written.SelectMany(SectionNames.Read).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Narrows every list of this member to a section; none for all. One that the course does not have is all of them.</summary>
    public async Task ChooseAsync(CurrentMember viewer, string? section, CancellationToken cancel)
    {
        string? known = (await OfCourseAsync(viewer.CourseId, cancel)).FirstOrDefault(name => name == section);
        using (await db.WriteTurnAsync(cancel))
            await db.Members.Where(member => member.Id == viewer.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.ShownSection, known), cancel);
    }
}
