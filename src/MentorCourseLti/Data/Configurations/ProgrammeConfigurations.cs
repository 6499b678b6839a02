using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Property(programme => programme.Title).HasMaxLength(Lengths.Title);
        builder.Property(programme => programme.TimeZone).HasMaxLength(Lengths.TimeZone);
    }
}

internal sealed class CourseJoinConfiguration : IEntityTypeConfiguration<CourseJoin>
{
    public void Configure(EntityTypeBuilder<CourseJoin> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(join => join.CourseId).OnDelete(DeleteBehavior.Cascade);
        // A course is part of one other programme at a time.
        builder.HasIndex(join => join.CourseId).IsUnique().HasFilter("\"UndoneAt\" IS NULL");
        builder.Property(join => join.Moved).IsJsonText();
    }
}

internal sealed class TermConfiguration : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.HasKey(term => term.CourseId);
        builder.HasOne<Course>().WithOne().HasForeignKey<Term>(term => term.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(term => term.Calendar).HasConversion(calendar => JsonText.Write(calendar), text => JsonText.Read<TermCalendar>(text)!);
        builder.Property(term => term.Version).IsConcurrencyToken();
    }
}

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(course => course.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(course => course.PlatformId).OnDelete(DeleteBehavior.Restrict);
        // A context that is reset in place has its archived runs beside the one that goes on.
        builder.HasIndex(course => new { course.PlatformId, course.DeploymentId, course.ContextId }).IsUnique().HasFilter("\"ArchivedAt\" IS NULL");
        builder.HasIndex(course => new { course.PlatformId, course.ContextId });
        builder.Property(course => course.ContextHistory).HasMaxLength(Lengths.History);
        builder.Property(course => course.DeploymentId).HasMaxLength(Lengths.LmsId);
        builder.Property(course => course.ContextId).HasMaxLength(Lengths.LmsId);
        builder.Property(course => course.Title).HasMaxLength(Lengths.Title);
        builder.Property(course => course.Label).HasMaxLength(Lengths.Title);
        builder.Property(course => course.TimeZone).HasMaxLength(Lengths.TimeZone);
    }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(member => member.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(member => new { member.CourseId, member.Subject }).IsUnique();
        builder.HasIndex(member => member.Subject);
        builder.HasOne<Member>().WithMany().HasForeignKey(member => member.LeaderId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(member => member.ShownSection).HasMaxLength(Lengths.Title);
        builder.Property(member => member.Subject).HasMaxLength(Lengths.LmsId);
        builder.Property(member => member.Name).HasMaxLength(Lengths.Title);
        builder.Property(member => member.Email).HasMaxLength(Lengths.Title);
    }
}

internal sealed class CourseLinkConfiguration : IEntityTypeConfiguration<CourseLink>
{
    public void Configure(EntityTypeBuilder<CourseLink> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(link => link.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(link => new { link.CourseId, link.LmsId }).IsUnique();
        builder.HasIndex(link => link.ActivityId);
        // Each change turns the link's columns too: of two in the same moment, one begins again.
        builder.Property(link => link.ActivityId).IsConcurrencyToken();
        builder.Property(link => link.LmsId).HasMaxLength(Lengths.LmsId);
        builder.Property(link => link.Title).HasMaxLength(Lengths.Title);
    }
}
