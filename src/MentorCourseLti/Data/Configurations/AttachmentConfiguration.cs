using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.HasOne<Activity>().WithMany().HasForeignKey(attachment => attachment.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Submission>().WithMany().HasForeignKey(attachment => attachment.SubmissionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(attachment => attachment.AddedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(attachment => new { attachment.SubmissionId, attachment.Place }).IsUnique()
            .HasFilter("\"SubmissionId\" IS NOT NULL AND \"RemovedAt\" IS NULL");
        builder.HasIndex(attachment => new { attachment.ActivityId, attachment.Place }).IsUnique()
            .HasFilter("\"SubmissionId\" IS NULL AND \"RemovedAt\" IS NULL");
        builder.Property(attachment => attachment.Name).HasMaxLength(Lengths.Title);
        builder.Property(attachment => attachment.Kind).HasConversion(kind => kind.Code, code => FileKind.Of(code)).HasMaxLength(16);
        builder.Property(attachment => attachment.Digest).HasMaxLength(64);
    }
}
