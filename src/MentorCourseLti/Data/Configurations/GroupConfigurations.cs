using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(group => group.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(group => group.Mentors).WithOne().HasForeignKey(mentor => mentor.GroupId);
        builder.Property(group => group.Name).HasMaxLength(Lengths.Title);
        builder.Property(group => group.MeetingLink).HasMaxLength(Lengths.Link);
        builder.Property(group => group.Slot).HasConversion(slot => JsonText.Write(slot!), text => JsonText.Read<WeeklySlot>(text));
        // A name says which group is meant, in lists that are pasted too.
        builder.HasIndex(group => new { group.ProgrammeId, group.Name }).IsUnique();
        builder.Property(group => group.Version).IsConcurrencyToken();
    }
}

internal sealed class GroupMentorConfiguration : IEntityTypeConfiguration<GroupMentor>
{
    public void Configure(EntityTypeBuilder<GroupMentor> builder)
    {
        builder.HasKey(mentor => new { mentor.GroupId, mentor.Subject });
        builder.HasIndex(mentor => mentor.Subject);
        builder.Property(mentor => mentor.Subject).HasMaxLength(Lengths.LmsId);
    }
}

internal sealed class MenteeConfiguration : IEntityTypeConfiguration<Mentee>
{
    public void Configure(EntityTypeBuilder<Mentee> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(mentee => mentee.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Group>().WithMany().HasForeignKey(mentee => mentee.GroupId).OnDelete(DeleteBehavior.SetNull);
        // How many each group has, for a list of all groups.
        builder.HasIndex(mentee => new { mentee.GroupId, mentee.LeftAt });
        builder.Property(mentee => mentee.Name).HasMaxLength(Mentee.LongestName);
    }
}

internal sealed class SchoolPartnerConfiguration : IEntityTypeConfiguration<SchoolPartner>
{
    public void Configure(EntityTypeBuilder<SchoolPartner> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(partner => partner.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(partner => partner.Name).HasMaxLength(Lengths.Title);
        builder.HasIndex(partner => new { partner.ProgrammeId, partner.Name }).IsUnique();
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasOne<Group>().WithMany().HasForeignKey(session => session.GroupId).OnDelete(DeleteBehavior.Cascade);
        // With what lists and sums of all groups ask: rows of one programme lie all over a table, its part of an index lies together.
        builder.HasIndex(session => new { session.GroupId, session.StartsAt, session.State, session.EndsAt, session.Minutes, session.Substitute });
        // A day of the slot is planned once, whoever plans it at the same time.
        builder.HasIndex(session => new { session.GroupId, session.SlotOn }).IsUnique().HasFilter("\"SlotOn\" IS NOT NULL");
        builder.HasIndex(session => session.Substitute).HasFilter("\"Substitute\" IS NOT NULL");
        builder.Property(session => session.Substitute).HasMaxLength(Lengths.LmsId);
        builder.Property(session => session.Guest).HasMaxLength(Session.LongestGuest);
        builder.Property(session => session.Version).IsConcurrencyToken();
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(feed => feed.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(feed => feed.SecretDigest).IsUnique();
        builder.HasIndex(feed => new { feed.ProgrammeId, feed.Subject }).IsUnique().HasFilter("\"RevokedAt\" IS NULL");
        builder.Property(feed => feed.Subject).HasMaxLength(Lengths.LmsId);
        builder.Property(feed => feed.SecretDigest).HasMaxLength(32);
    }
}
