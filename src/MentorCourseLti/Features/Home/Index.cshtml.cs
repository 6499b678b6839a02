using MentorCourseLti.Data;
using MentorCourseLti.Features.Programmes;
using MentorCourseLti.Features.Reminders;
using MentorCourseLti.Features.Sessions;
using MentorCourseLti.Features.Shared;

namespace MentorCourseLti.Features.Home;

/// <summary>What is next: for a mentor the own work, for an instructor what waits, for a leader both.</summary>
public sealed class IndexModel(CourseDb db, ProgrammeDesk programmes, SessionDesk sessions, ReminderDesk reminders, TimeProvider clock) : MemberPage
{
    /// <summary>For whoever looks after others.</summary>
    public StaffHome? Staff { get; private set; }

    /// <summary>A mentoring year that this course may be another part of, as long as nobody has said.</summary>
    public ProgrammeOffer? Offer { get; private set; }

    /// <summary>For whoever hands in, or only reads.</summary>
    public OwnHome? Own { get; private set; }

    /// <summary>What the member was told of and has not looked at.</summary>
    public ReminderNews? News { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Member.Supervises)
            Staff = await StaffHome.ReadAsync(db, Member, now, cancel);
        if (Member is { MayAssess: true, IsProgrammeOpen: true, ArchivedAt: null })
            Offer = await programmes.OffersAsync(Member, cancel) is [var newest, ..] ? newest : null;
        if (Member.MayHandIn || !Member.Supervises)
            Own = await OwnHome.ReadAsync(db, sessions, Member, now, cancel);
        if (Member.MayHandIn || Member.Supervises)
            News = await reminders.FindNewsAsync(Member, cancel);
    }
}
