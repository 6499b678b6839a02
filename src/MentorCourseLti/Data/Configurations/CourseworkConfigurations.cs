using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class RubricConfiguration : IEntityTypeConfiguration<Rubric>
{
    public void Configure(EntityTypeBuilder<Rubric> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(rubric => rubric.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(rubric => rubric.Title).HasMaxLength(Lengths.Title);
        builder.Property(rubric => rubric.Criteria).IsRubricText();
        // A course has one copy of each, whoever opens the course first.
        builder.HasIndex(rubric => rubric.CourseId);
        builder.HasIndex(rubric => new { rubric.CourseId, rubric.OriginId }).IsUnique().HasFilter("\"OriginId\" IS NOT NULL");
        builder.Property(rubric => rubric.Version).IsConcurrencyToken();
    }
}

internal sealed class RubricVersionConfiguration : IEntityTypeConfiguration<RubricVersion>
{
    public void Configure(EntityTypeBuilder<RubricVersion> builder)
    {
        builder.HasKey(version => new { version.RubricId, version.Version });
        builder.HasOne<Rubric>().WithMany().HasForeignKey(version => version.RubricId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(version => version.Title).HasMaxLength(Lengths.Title);
        builder.Property(version => version.Criteria).IsRubricText();
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(activity => activity.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Rubric>().WithMany().HasForeignKey(activity => activity.RubricId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(activity => activity.Title).HasMaxLength(Lengths.Title);
        builder.HasIndex(activity => activity.CourseId);
        builder.HasIndex(activity => new { activity.CourseId, activity.OriginId }).IsUnique().HasFilter("\"OriginId\" IS NOT NULL");
        builder.HasIndex(activity => activity.OriginId).HasFilter("\"OriginId\" IS NOT NULL");
        builder.Property(activity => activity.Ours).HasConversion(terms => JsonText.Write(terms!), text => JsonText.Read<ActivityTerms>(text));
        builder.Property(activity => activity.Lms).HasConversion(terms => JsonText.Write(terms!), text => JsonText.Read<LmsTerms>(text));
        builder.Property(activity => activity.Place).HasConversion(place => JsonText.Write(place!), text => JsonText.Read<WeekPlace>(text));
        builder.Property(activity => activity.Late).HasConversion(policy => JsonText.Write(policy!), text => JsonText.Read<LatePolicy>(text));
        builder.Property(activity => activity.Participation).HasConversion(parts => JsonText.Write(parts!), text => JsonText.Read<Participation>(text));
        builder.Ignore(activity => activity.Set);
    }
}

internal sealed class GradeColumnConfiguration : IEntityTypeConfiguration<GradeColumn>
{
    public void Configure(EntityTypeBuilder<GradeColumn> builder)
    {
        builder.HasOne<Activity>().WithMany().HasForeignKey(column => column.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(column => new { column.ActivityId, column.LinkId }).IsUnique();
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.HasOne<Activity>().WithMany().HasForeignKey(submission => submission.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(submission => submission.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(submission => new { submission.ActivityId, submission.MemberId }).IsUnique();
        // Who has gone quiet, and what counts toward a participation grade, without a look at the texts.
        builder.HasIndex(submission => new { submission.CourseId, submission.MemberId, submission.State, submission.ActivityId, submission.DraftSavedAt });
        // What a course's home page counts, and what waits to be graded, without a look at the texts.
        builder.HasIndex(submission => new { submission.CourseId, submission.ActivityId, submission.State, submission.MemberId, submission.Id });
        builder.Property(submission => submission.DraftVersion).IsConcurrencyToken();
        builder.HasMany(submission => submission.Attempts).WithOne().HasForeignKey(attempt => attempt.SubmissionId);
        builder.Ignore(submission => submission.Current);
    }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.HasIndex(attempt => new { attempt.SubmissionId, attempt.Number }).IsUnique();
        // With that of submissions above and of assessments below: lists and grades of thousands of works, without a look at what was written.
        // The course comes first, so that all that is read of a course lies together, however many courses there are.
        builder.HasIndex(attempt => new { attempt.CourseId, attempt.SubmissionId, attempt.GradedAt, attempt.Number, attempt.Id, attempt.SetAsideAt, attempt.HandedInAt, attempt.FirstHandedInAt, attempt.Words });
        builder.Property(attempt => attempt.Files).IsJsonText().HasDefaultValueSql("'[]'");
        // Taking back and grading race for the attempt: the one that comes second is told so.
        builder.Property(attempt => attempt.SetAsideAt).IsConcurrencyToken();
        builder.Property(attempt => attempt.GradedAt).IsConcurrencyToken();
    }
}

internal sealed class AllowanceConfiguration : IEntityTypeConfiguration<Allowance>
{
    public void Configure(EntityTypeBuilder<Allowance> builder)
    {
        builder.HasOne<Activity>().WithMany().HasForeignKey(allowance => allowance.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(allowance => allowance.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(allowance => new { allowance.ActivityId, allowance.MemberId }).IsUnique();
        builder.HasIndex(allowance => allowance.CourseId);
        builder.Property(allowance => allowance.Note).HasMaxLength(Allowance.LongestNote);
        builder.Property(allowance => allowance.Version).IsConcurrencyToken();
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.HasOne<Attempt>().WithMany().HasForeignKey(assessment => assessment.AttemptId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(assessment => assessment.AttemptId).IsUnique();
        builder.HasIndex(assessment => new { assessment.CourseId, assessment.AttemptId, assessment.ReleasedAt, assessment.Score, assessment.OutOf });
        // What was released of late.
        builder.HasIndex(assessment => new { assessment.CourseId, assessment.ReleasedAt });
        builder.Property(assessment => assessment.RubricThen).IsRubricText();
        builder.Property(assessment => assessment.Marks).IsJsonText();
        builder.Property(assessment => assessment.Passages).IsJsonText().HasDefaultValueSql("'[]'");
        builder.Property(assessment => assessment.Lateness).HasConversion(lateness => JsonText.Write(lateness!), text => JsonText.Read<Lateness>(text));
        builder.Property(assessment => assessment.Version).IsConcurrencyToken();
    }
}
