using MentorCourseLti.Hosting;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Picture;

/// <summary>Hours and sessions by weeks, of the mentors whom the reader looks after.</summary>
[LongPage]
public sealed class WeeksModel(WeekDesk desk, IStringLocalizer<WeeksPage> text) : WeeksPage(text)
{
    protected override async Task<WeekPicture?> ReadAsync(CancellationToken cancel) => Member.Supervises ? await desk.ReadAsync(Member, cancel) : null;
}
