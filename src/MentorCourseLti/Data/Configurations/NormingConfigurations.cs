using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class NormingRoundConfiguration : IEntityTypeConfiguration<NormingRound>
{
    public void Configure(EntityTypeBuilder<NormingRound> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(round => round.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(round => round.CourseId);
        builder.Property(round => round.Title).HasMaxLength(Lengths.Title);
        builder.Property(round => round.RubricTitle).HasMaxLength(Lengths.Title);
        builder.Property(round => round.RubricThen).IsRubricText();
        builder.Property(round => round.Version).IsConcurrencyToken();
        builder.HasMany(round => round.Samples).WithOne().HasForeignKey(sample => sample.RoundId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NormingSampleConfiguration : IEntityTypeConfiguration<NormingSample>
{
    public void Configure(EntityTypeBuilder<NormingSample> builder)
    {
        builder.Property(sample => sample.Title).HasMaxLength(Lengths.Title);
        builder.Property(sample => sample.Text).HasMaxLength(NormingSample.LongestText);
    }
}

internal sealed class NormingScoreConfiguration : IEntityTypeConfiguration<NormingScore>
{
    public void Configure(EntityTypeBuilder<NormingScore> builder)
    {
        // A grader has one score of each sample, however many tabs send it.
        builder.HasKey(score => new { score.SampleId, score.GraderId });
        builder.HasOne<NormingSample>().WithMany().HasForeignKey(score => score.SampleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(score => score.GraderId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(score => score.Marks).IsJsonText();
        builder.Property(score => score.Version).IsConcurrencyToken();
    }
}
