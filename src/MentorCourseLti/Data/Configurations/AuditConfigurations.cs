using MentorCourseLti.Internship.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // No foreign keys: it tells of things, and stays when they go. Triggers keep what is written: see AuditGuard.
        builder.ToTable(AuditGuard.Table);
        builder.HasIndex(entry => new { entry.CourseId, entry.Id });
        builder.HasIndex(entry => new { entry.CourseId, entry.ActorId });
        builder.Property(entry => entry.Thing).HasMaxLength(Lengths.Title);
        builder.Property(entry => entry.Changes).IsJsonText();
        foreach (var property in builder.Metadata.GetProperties())
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
