using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.HasOne<Activity>().WithMany().HasForeignKey(entry => entry.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(entry => entry.MemberId).OnDelete(DeleteBehavior.Cascade);
        // Everybody's hours, without a look at the entries.
        builder.HasIndex(entry => new { entry.ActivityId, entry.MemberId, entry.State, entry.Minutes, entry.StartsAt });
        // What waits and of which of it somebody should know, what was held and when, and everybody's hours by group.
        builder.HasIndex(entry => new { entry.CourseId, entry.State, entry.ActivityId, entry.MemberId, entry.NeedsAttention, entry.WasHeld, entry.Minutes, entry.GroupId, entry.LoggedAt });
        builder.HasOne<Session>().WithMany().HasForeignKey(entry => entry.SessionId).OnDelete(DeleteBehavior.SetNull);
        // A session is told of once by each of its mentors, from whichever phone.
        builder.HasIndex(entry => new { entry.SessionId, entry.MemberId }).IsUnique().HasFilter("\"SessionId\" IS NOT NULL");
        builder.Property(entry => entry.Who).IsJsonText();
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.Ignore(entry => entry.Facts);
    }
}
