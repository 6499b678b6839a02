using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class GradingLeaseConfiguration : IEntityTypeConfiguration<GradingLease>
{
    public void Configure(EntityTypeBuilder<GradingLease> builder)
    {
        builder.HasKey(lease => lease.AttemptId);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(lease => lease.AttemptId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(lease => lease.HolderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(lease => lease.HolderId);
    }
}

internal sealed class SelfAssessmentConfiguration : IEntityTypeConfiguration<SelfAssessment>
{
    public void Configure(EntityTypeBuilder<SelfAssessment> builder)
    {
        builder.HasKey(own => own.AttemptId);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(own => own.AttemptId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(own => own.RubricThen).IsRubricText();
        builder.Property(own => own.Marks).IsJsonText();
    }
}

internal sealed class SavedCommentConfiguration : IEntityTypeConfiguration<SavedComment>
{
    public void Configure(EntityTypeBuilder<SavedComment> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(comment => comment.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(comment => comment.Text).HasMaxLength(SavedComment.LongestText);
        builder.HasIndex(comment => new { comment.ProgrammeId, comment.Grader });
    }
}

internal sealed class FeedbackAnswerConfiguration : IEntityTypeConfiguration<FeedbackAnswer>
{
    public void Configure(EntityTypeBuilder<FeedbackAnswer> builder)
    {
        builder.HasKey(answer => answer.AssessmentId);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(answer => answer.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(answer => answer.TakenUpIn).HasFilter("\"TakenUpIn\" IS NOT NULL");
        builder.Property(answer => answer.Text).HasMaxLength(FeedbackAnswer.LongestText);
        builder.Property(answer => answer.Version).IsConcurrencyToken();
    }
}
